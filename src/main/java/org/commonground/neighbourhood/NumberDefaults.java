package org.commonground.neighbourhood;

import java.util.Map;
import org.commonground.platform.CannotStart;
import org.commonground.platform.refusal.Problems;
import org.springframework.stereotype.Component;

/** The installation's numbers: settings, which hold wherever a neighbourhood has none of its own. */
@Component
class NumberDefaults {

    /** The variable of each number. */
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("contactAttempts", "COMMONGROUND_CONTACT_ATTEMPTS"),
            Map.entry("contactWays", "COMMONGROUND_CONTACT_WAYS"),
            Map.entry("contactDaysApart", "COMMONGROUND_CONTACT_DAYS_APART"),
            Map.entry("replyWithin", "COMMONGROUND_CONTACT_REPLY_WITHIN"),
            Map.entry("routineContact", "COMMONGROUND_DUE_ROUTINE_CONTACT"),
            Map.entry("urgentContact", "COMMONGROUND_DUE_URGENT_CONTACT"),
            Map.entry("openOffers", "COMMONGROUND_PLACEMENT_OPEN_OFFERS"),
            Map.entry("askWithin", "COMMONGROUND_PLACEMENT_ASK_WITHIN"),
            Map.entry("reviewWaitingAfter", "COMMONGROUND_PLACEMENT_REVIEW_WAITING_AFTER"),
            Map.entry("checkStaysFresh", "COMMONGROUND_PLACEMENT_CHECK_STAYS_FRESH"),
            Map.entry("remindAfter", "COMMONGROUND_PLACEMENT_REMIND_AFTER"),
            Map.entry("phoneAfter", "COMMONGROUND_DUE_PHONE_ORGANISER"),
            Map.entry("lapseAfter", "COMMONGROUND_PLACEMENT_LAPSE_AFTER"),
            Map.entry("youngestAge", "COMMONGROUND_REFERRAL_YOUNGEST_AGE"));

    private final Numbers numbers;

    /** @throws CannotStart where one of them is out of its range, or they do not go together */
    NumberDefaults(ContactSettings contact, DueSettings due, PlacementSettings placement, ReferralSettings referral) {
        numbers = new Numbers(
                contact.attempts(),
                contact.ways(),
                contact.daysApart(),
                contact.replyWithin(),
                due.routineContact(),
                due.urgentContact(),
                placement.openOffers(),
                placement.askWithin(),
                placement.reviewWaitingAfter(),
                placement.checkStaysFresh(),
                placement.remindAfter(),
                due.phoneOrganiser(),
                placement.lapseAfter(),
                referral.youngestAge());
        Map<String, String> wrong = new Problems()
                .check(numbers)
                .addAll(numbers.discord(numbers).byField())
                .byField();
        wrong.forEach((number, words) -> {
            throw new CannotStart("Common Ground cannot start with this " + VARIABLES.get(number) + ": " + words + ".");
        });
    }

    Numbers numbers() {
        return numbers;
    }
}
