package org.commonground.placement.waiting;

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
 * The team's lead hears that nobody asked a person in time whether they still want a place. Fact: {@code reference}.
 */
@Component
class PlacePassedOnMail implements MailComposer {

    private final LeadMail mail;

    PlacePassedOnMail(LeadMail mail) {
        this.mail = mail;
    }

    @Override
    public MailKind kind() {
        return MailKind.PLACE_PASSED_ON;
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
        return mail.to(recipient, subject, "A place was passed on");
    }
}
