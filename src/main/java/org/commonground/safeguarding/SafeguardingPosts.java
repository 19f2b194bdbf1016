package org.commonground.safeguarding;

import java.util.Optional;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.platform.event.By;
import org.commonground.platform.refusal.Refusal;

/** The two who may read and decide a concern: the safeguarding lead of its neighbourhood and the deputy. */
final class SafeguardingPosts {

    private SafeguardingPosts() {}

    /**
     * The actor, where they may; everybody else is refused without a hint whether the concern exists.
     *
     * @param concern null where there is none
     */
    static Actor.SignedIn require(Actor actor, Concern concern) {
        if (actor instanceof Actor.SignedIn somebody
                && concern != null
                && held(somebody, concern).isPresent()) {
            return somebody;
        }
        throw Refusal.notAllowed("Only the safeguarding lead and the deputy may see a concern");
    }

    /** Who acts, as what they are here, whatever else they are. */
    static By by(Actor actor, Concern concern) {
        return new By(
                actor.signature(),
                held(require(actor, concern), concern).orElseThrow().word());
    }

    private static Optional<Role> held(Actor.SignedIn somebody, Concern concern) {
        return Stream.of(Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY)
                .filter(role -> somebody.holds(new Post(role, concern.neighbourhood())))
                .findFirst();
    }
}
