package org.commonground.neighbourhood;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonground.platform.refusal.Problems;

/**
 * The numbers by which a neighbourhood works, where they differ by place. As a neighbourhood's own, null is the
 * installation's default; as those that hold ({@link Neighbourhoods#numbersOf}), none is null.
 *
 * <p>They hold from when they are changed: what has a date already keeps it.
 *
 * @param contactAttempts how many times we try to reach a person before we write a last time
 * @param contactWays by how many ways at least, as far as there are so many safe ones
 * @param contactDaysApart working days between two attempts, unless the link worker chooses another day
 * @param replyWithin working days after the last letter, until a referral is closed as not reached
 * @param routineContact working days until the first attempt to reach a person
 * @param urgentContact the same, where it is urgent; 0 is the same day
 * @param openOffers how many groups are tried for one person at once
 * @param askWithin working days a freed place is held while the person who waited longest is asked
 * @param reviewWaitingAfter weeks after which a person who waits is asked whether they stay
 * @param checkStaysFresh days a signed person's side needs no second look when a place comes free
 * @param remindAfter working days after which the organisers are reminded of an offer
 * @param phoneAfter working days after which an organiser who has not answered is phoned
 * @param lapseAfter working days after which an offer lapses
 * @param youngestAge years, on the day the referral is looked at, in London; whoever is younger goes back to the practice
 */
public record Numbers(
        @Min(value = 1, message = "Try at least once") @Max(value = 10, message = "Try at most 10 times")
        Integer contactAttempts,

        @Min(value = 1, message = "Try at least 1 way") @Max(value = 3, message = "Ask for at most 3 ways")
        Integer contactWays,

        @Min(value = 1, message = "Let at least 1 working day go by") @Max(value = 20, message = LONGEST_20)
        Integer contactDaysApart,

        @Min(value = 1, message = SHORTEST_1) @Max(value = 60, message = "Choose at most 60 working days")
        Integer replyWithin,

        @Min(value = 1, message = SHORTEST_1) @Max(value = 20, message = LONGEST_20)
        Integer routineContact,

        @Min(value = 0, message = "Choose 0 for the same day, or more") @Max(value = 20, message = LONGEST_20)
        Integer urgentContact,

        @Min(value = 1, message = "Try at least 1 group") @Max(value = 5, message = "Try at most 5 groups")
        Integer openOffers,

        @Min(value = 1, message = SHORTEST_1) @Max(value = 20, message = LONGEST_20)
        Integer askWithin,

        @Min(value = 1, message = "Choose at least 1 week") @Max(value = 26, message = "Choose at most 26 weeks")
        Integer reviewWaitingAfter,

        @Min(value = 1, message = "Choose at least 1 day") @Max(value = 365, message = "Choose at most 365 days")
        Integer checkStaysFresh,

        @Min(value = 1, message = SHORTEST_1) @Max(value = 60, message = "Choose at most 60 working days")
        Integer remindAfter,

        @Min(value = 1, message = SHORTEST_1) @Max(value = 60, message = "Choose at most 60 working days")
        Integer phoneAfter,

        @Min(value = 1, message = SHORTEST_1) @Max(value = 60, message = "Choose at most 60 working days")
        Integer lapseAfter,

        @Min(value = 0, message = "Choose 0 for any age, or more")
        @Max(value = 120, message = "Choose at most 120 years")
        Integer youngestAge) {

    /** A neighbourhood that goes by the installation's in everything. */
    public static final Numbers DEFAULTS =
            new Numbers(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static final String SHORTEST_1 = "Choose at least 1 working day";
    private static final String LONGEST_20 = "Choose at most 20 working days";

    /** These, and where there is none the default. */
    public Numbers over(Numbers defaults) {
        return new Numbers(
                or(contactAttempts, defaults.contactAttempts),
                or(contactWays, defaults.contactWays),
                or(contactDaysApart, defaults.contactDaysApart),
                or(replyWithin, defaults.replyWithin),
                or(routineContact, defaults.routineContact),
                or(urgentContact, defaults.urgentContact),
                or(openOffers, defaults.openOffers),
                or(askWithin, defaults.askWithin),
                or(reviewWaitingAfter, defaults.reviewWaitingAfter),
                or(checkStaysFresh, defaults.checkStaysFresh),
                or(remindAfter, defaults.remindAfter),
                or(phoneAfter, defaults.phoneAfter),
                or(lapseAfter, defaults.lapseAfter),
                or(youngestAge, defaults.youngestAge));
    }

    /** Each by its component's name, in their order; null for none. */
    public Map<String, Integer> byName() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Arrays.stream(Numbers.class.getRecordComponents()).forEach(number -> numbers.put(number.getName(), in(number)));
        return numbers;
    }

    /** What does not go together among those that hold; told at those that are the neighbourhood's own. */
    Problems discord(Numbers own) {
        return new Problems()
                .need(
                        urgentContact <= routineContact,
                        own.urgentContact == null ? "routineContact" : "urgentContact",
                        "What is urgent is not later than what is routine: " + urgentContact + " is more than "
                                + routineContact)
                .need(
                        remindAfter <= phoneAfter,
                        own.remindAfter == null ? "phoneAfter" : "remindAfter",
                        "They are reminded before they are phoned: " + remindAfter + " is more than " + phoneAfter)
                .need(
                        phoneAfter <= lapseAfter,
                        own.phoneAfter == null ? "lapseAfter" : "phoneAfter",
                        "They are phoned before the offer lapses: " + phoneAfter + " is more than " + lapseAfter);
    }

    private Integer in(RecordComponent number) {
        try {
            return (Integer) number.getAccessor().invoke(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a number that cannot be read: " + number.getName(), e);
        }
    }

    private static Integer or(Integer own, Integer otherwise) {
        return own == null ? otherwise : own;
    }
}
