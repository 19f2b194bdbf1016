package org.commonground.placement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.correspondence.Mail;
import org.commonground.correspondence.MailComposer;
import org.commonground.correspondence.MailKind;
import org.springframework.stereotype.Component;

/** A group's organisers are asked whether somebody may come: {@link OrganiserMail#ofOpenOffer}. */
@Component
class OfferMail implements MailComposer {

    private final OrganiserMail mail;

    OfferMail(OrganiserMail mail) {
        this.mail = mail;
    }

    @Override
    public MailKind kind() {
        return MailKind.OFFER;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return mail.organisersOf(subject);
    }

    @Override
    public Optional<Mail> compose(UUID subject, UUID recipient, UUID occasion) {
        return mail.ofOpenOffer(recipient, subject, "Somebody would like to come");
    }
}
