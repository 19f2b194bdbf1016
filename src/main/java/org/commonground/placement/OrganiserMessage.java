package org.commonground.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Organiser;
import org.commonground.account.OrganiserId;
import org.commonground.account.Organisers;
import org.commonground.correspondence.words.Message;
import org.commonground.platform.time.InWords;
import org.commonground.referral.Reference;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;

/**
 * What the mails to a group's organisers have in common: each organiser with an address gets one, and it carries a
 * reference and dates, never a name; for whoever signs in a link, for the others that they will be rung.
 */
@Component
public class OrganiserMessage {

    private final Placements placements;
    private final Organisers organisers;
    private final Referrals referrals;

    OrganiserMessage(Placements placements, Organisers organisers, Referrals referrals) {
        this.placements = placements;
        this.organisers = organisers;
        this.referrals = referrals;
    }

    public Placement placement(UUID subject) {
        return placements.find(new PlacementId(subject));
    }

    public NeighbourhoodId neighbourhoodOf(UUID subject) {
        return placement(subject).neighbourhood();
    }

    public List<UUID> organisersOf(UUID subject) {
        return organisers.of(placement(subject).group().value()).stream()
                .filter(organiser -> organiser.mail() != null)
                .map(organiser -> organiser.id().value())
                .toList();
    }

    /**
     * What is said of an offer as long as it waits for an answer. Facts: {@code reference}; {@code answerBy}, the last
     * day to answer, in words.
     */
    public Optional<Message> ofOpenOffer(UUID organiser, UUID subject, String title) {
        Placement placement = placement(subject);
        if (placement.state() != PlacementState.OFFERED) {
            return Optional.empty();
        }
        Map<String, Object> facts = Map.of(
                "reference", reference(placement).text(),
                "answerBy", InWords.day(placement.answerBy().orElseThrow()));
        return to(organiser, placement, title, facts);
    }

    /**
     * Empty where the organiser has left or has no address. A fact of every mail: {@code signsIn}, whether they may answer
     * in the application.
     */
    public Optional<Message> to(UUID organiser, Placement placement, String subject, Map<String, Object> facts) {
        return organisers.of(placement.group().value()).stream()
                .filter(one -> one.id().equals(new OrganiserId(organiser)) && one.mail() != null)
                .findFirst()
                .map(one -> new Message(one.mail(), subject, toldTo(one, facts), Optional.empty()));
    }

    private static Map<String, Object> toldTo(Organiser organiser, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("signsIn", organiser.account().isPresent());
        return all;
    }

    public Reference reference(Placement placement) {
        return referrals.find(placement.referral()).reference();
    }
}
