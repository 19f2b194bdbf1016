package org.commonground.account;

import java.util.Set;
import java.util.UUID;

/** Who does something: every use case that changes anything is told. */
public sealed interface Actor {

    /** In which role, for the event row: {@code link-worker}, {@code organiser}, {@code practice}, {@code system}. */
    String role();

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

        public boolean has(Role role) {
            return roles.contains(role);
        }

        public boolean holds(Post post) {
            return posts.contains(post);
        }
    }

    /** A practice's system, known by its key. */
    record Practice(PracticeId practice) implements Actor {

        @Override
        public String role() {
            return "practice";
        }
    }

    /** A timer, the sweep or a listener: nobody. */
    record TheSystem() implements Actor {

        @Override
        public String role() {
            return "system";
        }
    }

    Actor SYSTEM = new TheSystem();
}
