package org.commonground.web.refer;

import java.util.Map;
import org.commonground.referral.Referrals;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.web.pages.Filled;

/** What a page sends, read into the message that the API takes: the same types, the same rules, the same words. */
final class ReadMessage {

    /** Where the API asks for a coded word, a page asks to choose. */
    private static final Map<String, String> NOT_CHOSEN = Map.of(
            "urgency", "Choose how soon they should be reached",
            "person.gender", "Choose the person’s gender as they state it, or that they prefer not to say",
            "person.ethnicity", "Choose the person’s ethnicity as they state it, or that they prefer not to say",
            "risk.level", "Choose what is known about risks; that none is known is an answer",
            "consent.by", "Choose who agreed",
            "consent.feedback", "Say whether the practice may hear how it goes");

    private ReadMessage() {}

    /** The message; of use only where nothing in {@code filled} is wrong. */
    static ReferralMessage of(Filled filled, String key, Referrals referrals) {
        ReferralMessage message = filled.readOnly(ReferralMessage.class);
        referrals
                .problemsOf(message, key)
                .forEach((field, words) -> filled.problem(
                        field, filled.text(field) == null ? NOT_CHOSEN.getOrDefault(field, words) : words));
        return message;
    }
}
