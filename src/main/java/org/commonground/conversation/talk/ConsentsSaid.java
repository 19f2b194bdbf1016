package org.commonground.conversation.talk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;

/**
 * What the person agrees to in a conversation, as a form's fields say it.
 *
 * @param shareRisks whether groups may be told of known risks
 * @param feedback whether the practice may hear how it goes
 * @param mail whether they want mails, and it is safe
 * @param text whether they want text messages, and it is safe
 * @param referBy to {@code textBy}: who gave each of these answers; the person where nobody else is said
 * @param decidedBy who decided, where it was not the person
 * @param grounds evidence seen, or why it is in their best interests, where it was not the person
 */
public record ConsentsSaid(
        GivenBy referBy,
        Boolean shareRisks,
        GivenBy shareRisksBy,
        Boolean feedback,
        GivenBy feedbackBy,
        Boolean mail,
        GivenBy mailBy,
        Boolean text,
        GivenBy textBy,

        @Written(upTo = 200, message = "The name must be 200 characters or less")
        PersonName decidedBy,

        @Written(upTo = 2000, message = "The grounds must be 2,000 characters or less")
        Narrative grounds) {

    static final ConsentsSaid NOTHING =
            new ConsentsSaid(null, null, null, null, null, null, null, null, null, null, null);

    /**
     * One answer about consent.
     *
     * @param field its field in the form; who gave it stands in the field of that name and {@code By}
     */
    record Agreed(String field, Purpose purpose, boolean given, GivenBy by) {}

    /** Every answer that was given; to be referred at all they agree as long as they do not withdraw. */
    List<Agreed> agreed() {
        return Stream.of(
                        agreed("refer", Purpose.REFER, referBy == null ? null : true, referBy),
                        agreed("shareRisks", Purpose.SHARE_RISKS, shareRisks, shareRisksBy),
                        agreed("feedback", Purpose.FEEDBACK, feedback, feedbackBy),
                        agreed("mail", Purpose.MAIL, mail, mailBy),
                        agreed("text", Purpose.TEXT, text, textBy))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Agreed> agreed(String field, Purpose purpose, Boolean given, GivenBy by) {
        return given == null
                ? Optional.empty()
                : Optional.of(new Agreed(field, purpose, given, by == null ? GivenBy.PERSON : by));
    }

    /** Says in {@code missing} what has not been answered. */
    void requireAll(Problems missing) {
        missing.needSaid(shareRisks, "shareRisks", "Say whether groups may be told of known risks")
                .needSaid(feedback, "feedback", "Say whether the practice may hear how it goes")
                .needSaid(mail, "mail", "Say whether they want mails")
                .needSaid(text, "text", "Say whether they want text messages");
    }

    /** Says in {@code missing} who decided, where it was not the person, and on what grounds. */
    void requireGrounds(Problems missing) {
        if (agreed().stream().anyMatch(answer -> answer.by() != GivenBy.PERSON)) {
            missing.needSaid(decidedBy, "decidedBy", "Say who decided for the person")
                    .needSaid(grounds, "grounds", "Say what evidence was seen, or why it is in their best interests");
        }
    }

    /** Hides what somebody said about themselves. */
    @Override
    public String toString() {
        return "ConsentsSaid[]";
    }
}
