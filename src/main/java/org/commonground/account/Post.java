package org.commonground.account;

import java.util.Comparator;
import java.util.Optional;
import org.commonground.platform.Worded;

/**
 * What somebody is for one neighbourhood: its safeguarding lead, its clinical supervisor, the deputy of one, or its
 * manager.
 *
 * @param role one of those that are posts
 */
public record Post(Role role, NeighbourhoodId neighbourhood) implements Comparable<Post> {

    private static final String BETWEEN = "/";
    private static final Comparator<Post> ORDER = Comparator.comparing(Post::role)
            .thenComparing(post -> post.neighbourhood().value());

    public Post {
        if (!role.isPost()) {
            throw new IllegalArgumentException(role + " is no post");
        }
    }

    /** Reads what {@link #toString} writes. */
    public static Post of(String text) {
        String[] parts = text.split(BETWEEN, 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("no post");
        }
        return new Post(Worded.of(Role.class, parts[0]), NeighbourhoodId.of(parts[1]));
    }

    /** Who does its tasks when nobody holds it, or who holds it is away; empty for a deputy's, and a manager's, who has none. */
    public Optional<Post> deputy() {
        return role.deputy().map(deputy -> new Post(deputy, neighbourhood));
    }

    @Override
    public int compareTo(Post other) {
        return ORDER.compare(this, other);
    }

    /** {@code safeguarding-lead/<neighbourhood>}. */
    @Override
    public String toString() {
        return role.word() + BETWEEN + neighbourhood;
    }
}
