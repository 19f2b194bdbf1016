package org.commonground.practice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.referral.PracticeMessage;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.duplicate.Duplicates;
import org.springframework.stereotype.Component;

/**
 * Tells the practice that there is news; what it is, {@link PracticeReferrals} tells those who ask, as far as the person
 * agreed. Without consent to feedback only the end of the referral is news. A practice whose request was joined to
 * another practice's referral hears of it under its own reference.
 */
@Component
public class NewsMessage implements MessageComposer {

    private final Referrals referrals;
    private final Duplicates duplicates;
    private final ConsentAnswers consents;
    private final PracticeMessage mail;

    NewsMessage(Referrals referrals, Duplicates duplicates, ConsentAnswers consents, PracticeMessage mail) {
        this.referrals = referrals;
        this.duplicates = duplicates;
        this.consents = consents;
        this.mail = mail;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.NEWS;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return asked(subject)
                .flatMap(referral -> mail.recipients(referral.id().value()).stream())
                .distinct()
                .toList();
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
        return Optional.of(referrals.find(new ReferralId(subject)).neighbourhood());
    }

    @Override
    public Optional<Message> compose(UUID subject, UUID recipient, UUID occasion) {
        return asked(subject)
                .filter(referral -> mail.recipients(referral.id().value()).contains(recipient))
                .findFirst()
                .filter(this::isNews)
                .flatMap(referral -> mail.to(recipient, referral, "News about referral"));
    }

    /** The referral, then those that were joined to it. */
    private Stream<Referral> asked(UUID subject) {
        ReferralId id = new ReferralId(subject);
        return Stream.concat(Stream.of(referrals.find(id)), duplicates.joinedOnto(id).stream());
    }

    private boolean isNews(Referral referral) {
        boolean over = !duplicates.joinedElsewhere(referral).orElse(referral).isOpen();
        return over || consents.of(referral.id()).allow(Purpose.FEEDBACK);
    }
}
