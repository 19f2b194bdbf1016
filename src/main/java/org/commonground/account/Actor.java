package org.commonground.account;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonground.platform.Signature;
import org.commonground.platform.event.By;

/** Who does something: every use case that changes anything is told. */
public sealed interface Actor {

    /** In which role, for the event row: {@code link-worker}, {@code organiser}, {@code practice}, {@code system}. */
    String role();

    /** Whose word it is, kept with what they record. */
    Signature signature();

    /** The account they have, whether they are signed in with it or not. */
    default Optional<AccountId> ownAccount() {
        return Optional.empty();
    }

    /** The community groups they decide for. */
    default Set<UUID> groups() {
        return Set.of();
    }

    /** Who does it and in which role, for the event row. */
    default By by() {
        return new By(signature(), role());
    }

    /** Somebody signed in, with the roles, posts, teams and community groups they belonged to at that moment. */
    record SignedIn(AccountId account, Set<Role> roles, Set<Post> posts, Set<TeamId> teams, Set<UUID> groups)
            implements Actor {

        public SignedIn {
            roles = Set.copyOf(roles);
            posts = Set.copyOf(posts);
            teams = Set.copyOf(teams);
            groups = Set.copyOf(groups);
        }

        @Override
        public String role() {
            return roles.stream().sorted().findFirst().map(Role::word).orElse("nobody");
        }

        @Override
        public Signature signature() {
            return Signature.ofAccount(account.value());
        }

        @Override
        public Optional<AccountId> ownAccount() {
            return Optional.of(account);
        }

        public boolean has(Role role) {
            return roles.contains(role);
        }

        public boolean holds(Post post) {
            return posts.contains(post);
        }
    }

    /**
     * Somebody who came by a link and may settle one matter and nothing else: who decides for a group, or the person
     * by their card. Nobody issues links yet.
     *
     * @param signature an organiser's or a person's
     * @param ownAccount the account they have besides, if any: they are not signed in with it
     * @param groups the group an organiser decides in this matter for; none for a person
     * @param matter the one thing they may settle
     */
    record LinkHolder(Signature signature, Optional<AccountId> ownAccount, Set<UUID> groups, Matter matter)
            implements Actor {

        public LinkHolder {
            groups = Set.copyOf(groups);
            if (signature.kind() != Signature.Kind.ORGANISER && signature.kind() != Signature.Kind.PERSON) {
                throw new IllegalArgumentException("a link is an organiser's or a person's");
            }
        }

        @Override
        public String role() {
            return signature.kind() == Signature.Kind.ORGANISER ? Role.ORGANISER.word() : "person";
        }
    }

    /** A practice's system, known by its key. */
    record Practice(PracticeId practice) implements Actor {

        @Override
        public String role() {
            return "practice";
        }

        @Override
        public Signature signature() {
            return new Signature(Signature.Kind.PRACTICE, practice.value());
        }
    }

    /** A timer, the sweep or a listener: nobody. */
    record TheSystem() implements Actor {

        @Override
        public String role() {
            return "system";
        }

        @Override
        public Signature signature() {
            return Signature.SYSTEM;
        }
    }

    Actor SYSTEM = new TheSystem();
}
