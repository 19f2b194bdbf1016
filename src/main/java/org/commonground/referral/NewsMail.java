package org.commonground.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.words.Mail;
import org.commonground.correspondence.words.MailComposer;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.duplicate.DuplicateRepository;
import org.springframework.stereotype.Component;

/**
 * Tells the practice that there is news; what it is, {@link Referrals#viewOf} tells those who ask, as far as the person
 * agreed. Without consent to feedback only the end of the referral is news. A practice whose request was joined to
 * another practice's referral hears of it under its own reference.
 */
@Component
class NewsMail implements MailComposer {

    private final Referrals referrals;
    private final DuplicateRepository matches;
    private final PracticeMail mail;

    NewsMail(Referrals referrals, DuplicateRepository matches, PracticeMail mail) {
        this.referrals = referrals;
        this.matches = matches;
        this.mail = mail;
    }

    @Override
    public MailKind kind() {
        return MailKind.NEWS;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return asked(subject)
                .flatMap(referral -> mail.recipients(referral.id().value()).stream())
                .distinct()
                .toList();
    }

    @Override
    public Optional<Mail> compose(UUID subject, UUID recipient, UUID occasion) {
        return asked(subject)
                .filter(referral -> mail.recipients(referral.id().value()).contains(recipient))
                .findFirst()
                .filter(this::isNews)
                .flatMap(referral -> mail.to(recipient, referral, "News about referral"));
    }

    /** The referral, then those that were joined to it. */
    private Stream<Referral> asked(UUID subject) {
        ReferralId id = new ReferralId(subject);
        return Stream.concat(Stream.of(id), matches.joinedOnto(id).stream()).map(referrals::find);
    }

    private boolean isNews(Referral referral) {
        boolean over = !referrals.joinedElsewhere(referral).orElse(referral).isOpen();
        return over || referrals.consentsOf(referral.id()).allow(Purpose.FEEDBACK);
    }
}
