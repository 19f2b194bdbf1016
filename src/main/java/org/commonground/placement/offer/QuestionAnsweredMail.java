package org.commonground.placement.offer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.words.Mail;
import org.commonground.correspondence.words.MailComposer;
import org.commonground.placement.OrganiserMail;
import org.springframework.stereotype.Component;

/** A group's organisers hear that their question has been answered, and nothing of it: {@link OrganiserMail#ofOpenOffer}. */
@Component
class QuestionAnsweredMail implements MailComposer {

    private final OrganiserMail mail;

    QuestionAnsweredMail(OrganiserMail mail) {
        this.mail = mail;
    }

    @Override
    public MailKind kind() {
        return MailKind.QUESTION_ANSWERED;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return mail.organisersOf(subject);
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
        return Optional.of(mail.neighbourhoodOf(subject));
    }

    @Override
    public Optional<Mail> compose(UUID subject, UUID recipient, UUID occasion) {
        return mail.ofOpenOffer(recipient, subject, "Your question has been answered");
    }
}
