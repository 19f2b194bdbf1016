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
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.springframework.stereotype.Component;

/**
 * The last letter as a message: only while nobody has reached the person. By which way it goes is decided when it goes.
 * Facts: {@code words, paragraphs}.
 */
@Component
class LastLetterMail implements MailComposer {

    private final ContactAttempts attempts;
    private final LastLetter letter;
    private final Referrals referrals;

    LastLetterMail(ContactAttempts attempts, LastLetter letter, Referrals referrals) {
        this.attempts = attempts;
        this.letter = letter;
        this.referrals = referrals;
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
        return referrals.find(id).standing() == Standing.REACHING
                ? Optional.of(mail(id, referrals.personOf(id)))
                : Optional.empty();
    }

    private Mail mail(ReferralId id, Person person) {
        Letter words = letter.to(id, attempts.replyBy(id));
        return new Mail(
                person.mail().orElse(null),
                "We would like to hear from you",
                Map.of("words", words.text(), "paragraphs", words.paragraphs()),
                Optional.empty());
    }
}
