package org.commonground.referral;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Trait;

/**
 * What the practice asked for, and who asked. What the person says later stands in the conversation.
 *
 * @param referrerRole in words: {@code GP}, {@code practice nurse}
 * @param requirements individual requirements in words; null where there are none
 */
public record Request(
        PersonName referrer,
        Trait referrerRole,
        Narrative reason,
        Set<Need> needs,
        Set<Support> support,
        Narrative requirements,
        KnownRisk risk) {

    public Request {
        needs = Set.copyOf(needs);
        support = Set.copyOf(support);
    }

    /** This and what another request asked for the same person: whoever works with them reads both. */
    public Request and(Request other) {
        return new Request(
                referrer,
                referrerRole,
                joined(reason, other.reason()),
                union(needs, other.needs()),
                union(support, other.support()),
                joined(requirements, other.requirements()),
                new KnownRisk(
                        risk.level().compareTo(other.risk().level()) < 0
                                ? other.risk().level()
                                : risk.level(),
                        joined(risk.narrative(), other.risk().narrative()),
                        joined(risk.instruction(), other.risk().instruction())));
    }

    /** The support they need to take part, and other requirements, as people read them; empty where nothing was said. */
    public String takingPart() {
        Stream<String> named = support.stream().sorted().map(Support::label);
        Stream<String> words = Optional.ofNullable(requirements).map(Narrative::text).stream();
        return Stream.concat(named, words).collect(Collectors.joining(". "));
    }

    private static Narrative joined(Narrative one, Narrative other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new Narrative(one.text() + "\n\n" + other.text());
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
