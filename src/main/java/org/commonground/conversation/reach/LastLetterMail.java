package org.commonground.conversation.reach;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.words.Letters.Letter;
import org.commonground.correspondence.words.Mail;
import org.commonground.correspondence.words.MailComposer;
import org.commonground.person.Person;
import org.commonground.person.Way;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.springframework.stereotype.Component;

/**
 * The last letter as a mail: only while nobody has reached the person, and only where they agreed to mails and mail is
 * safe for them. Facts: {@code words, paragraphs}.
 */
@Component
class LastLetterMail implements MailComposer {

    private final ContactAttempts attempts;
    private final LastLetter letter;
    private final Referrals referrals;
    private final ConsentAnswers consents;

    LastLetterMail(ContactAttempts attempts, LastLetter letter, Referrals referrals, ConsentAnswers consents) {
        this.attempts = attempts;
        this.letter = letter;
        this.referrals = referrals;
        this.consents = consents;
    }

    @Override
    public MailKind kind() {
        return MailKind.LAST_LETTER;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return List.of(subject);
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
        return Optional.of(referrals.find(new ReferralId(subject)).neighbourhood());
    }

    @Override
    public Optional<Mail> compose(UUID subject, UUID recipient, UUID occasion) {
        ReferralId id = new ReferralId(subject);
        Person person = referrals.personOf(id);
        boolean may = referrals.find(id).standing() == Standing.REACHING
                && consents.of(id).allow(Purpose.MAIL)
                && person.safeContact().isSafe(Way.MAIL)
                && person.mail().isPresent();
        return may ? Optional.of(mail(id, person)) : Optional.empty();
    }

    private Mail mail(ReferralId id, Person person) {
        Letter words = letter.to(id, attempts.replyBy(id));
        return new Mail(
                person.mail().orElseThrow(),
                "We would like to hear from you",
                Map.of("words", words.text(), "paragraphs", words.paragraphs()),
                Optional.empty());
    }
}
