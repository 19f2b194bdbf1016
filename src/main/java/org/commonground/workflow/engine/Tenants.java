package org.commonground.workflow.engine;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.account.Role;

/**
 * What the engine calls tenants: the neighbourhoods, each by its id. A running process is of one ({@link
 * TenantOfProcess}), and with it its tasks, jobs, variables and incidents; models, forms and decisions are everybody's.
 */
public final class Tenants {

    /**
     * The tenant of a process that is about no neighbourhood, such as a mail to an administrator: the engine shows what
     * has no tenant to everybody who may see the model.
     */
    public static final String INSTALLATION = "installation";

    private Tenants() {}

    public static String of(NeighbourhoodId neighbourhood) {
        return neighbourhood.toString();
    }

    /** The neighbourhood that a tenant is; empty for the installation. */
    public static Optional<NeighbourhoodId> neighbourhood(String tenant) {
        return INSTALLATION.equals(tenant)
                ? Optional.empty()
                : Optional.ofNullable(tenant).map(NeighbourhoodId::of);
    }

    /** Those of the neighbourhoods that somebody is manager of, whose processes they may look at; tasks are no part of it. */
    public static Set<String> managedBy(Actor.SignedIn person) {
        return person.posts().stream()
                .filter(post -> post.role() == Role.MANAGER)
                .map(Post::neighbourhood)
                .map(Tenants::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
