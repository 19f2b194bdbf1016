package org.commonground.placement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.correspondence.Mail;
import org.commonground.correspondence.MailComposer;
import org.commonground.correspondence.MailKind;
import org.commonground.platform.time.InWords;
import org.springframework.stereotype.Component;

/**
 * A group's organisers are asked whether somebody may come. Facts: {@code reference}; {@code answerBy}, the last day to
 * answer, in words. Not sent once the offer has been answered, has lapsed or its referral is paused.
 */
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
        Placement placement = mail.placement(subject);
        if (!mail.isWaiting(placement)) {
            return Optional.empty();
        }
        Map<String, Object> facts = Map.of(
                "reference", mail.reference(placement).text(),
                "answerBy", InWords.day(placement.answerBy().orElseThrow()));
        return mail.to(recipient, placement, "Somebody would like to come", facts);
    }
}
