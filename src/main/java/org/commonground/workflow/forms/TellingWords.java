package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.outbox.Messages;
import org.commonground.correspondence.words.Letters.Letter;
import org.commonground.group.Support;
import org.commonground.person.SafeContact;
import org.commonground.person.Way;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.duplicate.Requests;
import org.springframework.stereotype.Component;

/** What the forms show of a message that goes by letter or in a call. */
@Component
class TellingWords {

    private static final String TOO_LATE = "There is nothing to tell any more: its day has passed, or it was ended.";

    private final Messages messages;
    private final Referrals referrals;
    private final Requests requests;
    private final PersonWords people;

    TellingWords(Messages messages, Referrals referrals, Requests requests, PersonWords people) {
        this.messages = messages;
        this.referrals = referrals;
        this.requests = requests;
        this.people = people;
    }

    /** What {@link PersonWords} tells, and {@code mail, why, words, voicemail, sayable, print, size, otherPrint,
     * otherSize}. */
    Map<String, Object> about(MessageId mail) {
        ReferralId referral = new ReferralId(messages.referralOf(mail).orElseThrow());
        Map<String, Object> values = new HashMap<>(people.about(referral));
        values.put("mail", mail.toString());
        values.put(
                "why",
                "We have something to tell them, and e-mail is not agreed to, not safe, not known or did not arrive.");
        values.put(
                "words",
                messages.words(mail)
                        .map(Letter::printed)
                        .map(printed -> String.join(
                                "\n\n",
                                printed.stream()
                                        .map(lines -> String.join("  \n", lines))
                                        .toList()))
                        .orElse(TOO_LATE));
        values.put("sayable", !TOO_LATE.equals(values.get("words")));
        values.put("voicemail", voicemail(referrals.personOf(referral).safeContact()));
        boolean large = requests.of(referral).support().contains(Support.LARGE_PRINT);
        values.put("print", large ? "in large print, which they asked for" : "to print");
        values.put("size", large ? "large" : "normal");
        values.put("otherPrint", large ? "normal print" : "large print");
        values.put("otherSize", large ? "normal" : "large");
        return values;
    }

    private static String voicemail(SafeContact contact) {
        return switch (contact.of(Way.VOICEMAIL)) {
            case SAFE -> "You may leave a voicemail.";
            case UNSAFE -> "**Leave no voicemail**: it is not safe.";
            case UNKNOWN -> "**Leave no voicemail**: nobody has said that it is safe.";
        };
    }
}
