package org.commonground.placement.offer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.words.Mail;
import org.commonground.correspondence.words.MailComposer;
import org.commonground.placement.LeadMail;
import org.springframework.stereotype.Component;

/**
 * The team's lead hears that a group did not answer, whether it could not be reached, has nobody with an account or
 * was not phoned in time. Fact: {@code reference}.
 */
@Component
class OfferLapsedMail implements MailComposer {

    private final LeadMail mail;

    OfferLapsedMail(LeadMail mail) {
        this.mail = mail;
    }

    @Override
    public MailKind kind() {
        return MailKind.OFFER_LAPSED;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return mail.recipients(subject);
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
        return Optional.of(mail.neighbourhoodOf(subject));
    }

    @Override
    public Optional<Mail> compose(UUID subject, UUID recipient, UUID occasion) {
        return mail.to(recipient, subject, "A group did not answer");
    }
}
