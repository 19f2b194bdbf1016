package org.commonground.conversation.reach;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.words.Letters.Letter;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
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
class LastLetterMessage implements MessageComposer {

    private final ContactAttempts attempts;
    private final LastLetter letter;
    private final Referrals referrals;

    LastLetterMessage(ContactAttempts attempts, LastLetter letter, Referrals referrals) {
        this.attempts = attempts;
        this.letter = letter;
        this.referrals = referrals;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.LAST_LETTER;
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
    public Optional<Message> compose(UUID subject, UUID recipient, UUID occasion) {
        ReferralId id = new ReferralId(subject);
        return referrals.find(id).standing() == Standing.REACHING
                ? Optional.of(mail(id, referrals.personOf(id)))
                : Optional.empty();
    }

    private Message mail(ReferralId id, Person person) {
        Letter words = letter.to(id, attempts.replyBy(id));
        return new Message(
                person.mail().orElse(null),
                "We would like to hear from you",
                Map.of("words", words.text(), "paragraphs", words.paragraphs()),
                Optional.empty());
    }
}
