package org.commonground.conversation.reach;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.words.Letters;
import org.commonground.correspondence.words.Letters.Letter;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.neighbourhood.Neighbourhood;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.Person;
import org.commonground.platform.time.InWords;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.springframework.stereotype.Component;

/**
 * Tells a person who could not be reached that we would like to hear from them, as the last we say; only while nobody has
 * reached them. By which way it goes is decided when it goes. Facts: {@code words, paragraphs}.
 */
@Component
class NotReachedMessage implements MessageComposer {

    private final ContactAttempts attempts;
    private final Letters letters;
    private final Referrals referrals;
    private final Teams teams;
    private final Neighbourhoods neighbourhoods;

    NotReachedMessage(
            ContactAttempts attempts,
            Letters letters,
            Referrals referrals,
            Teams teams,
            Neighbourhoods neighbourhoods) {
        this.attempts = attempts;
        this.letters = letters;
        this.referrals = referrals;
        this.teams = teams;
        this.neighbourhoods = neighbourhoods;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.NOT_REACHED;
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
        Referral referral = referrals.find(id);
        return referral.standing() == Standing.REACHING
                ? Optional.of(mail(referral, referrals.personOf(id)))
                : Optional.empty();
    }

    private Message mail(Referral referral, Person person) {
        Neighbourhood service = neighbourhoods.get(referral.neighbourhood());
        Letter words = letters.write(
                "last-letter",
                Map.of(
                        "phone", service.phone().text(),
                        "hours", service.hours(),
                        "firstName", person.firstName().text(),
                        "until", InWords.day(attempts.replyBy(referral.id())),
                        "from", teams.find(referral.team()).map(Team::name).orElse("Your link worker")));
        return new Message(
                person.mail().orElse(null),
                "We would like to hear from you",
                Map.of("words", words.text(), "paragraphs", words.paragraphs()),
                Optional.empty());
    }
}
