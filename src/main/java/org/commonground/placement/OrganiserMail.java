package org.commonground.placement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.words.Mail;
import org.commonground.platform.time.InWords;
import org.commonground.referral.Reference;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;

/**
 * What the mails to a group's organisers have in common: each organiser with an account gets one, and it carries a
 * reference, dates and a link, never a name.
 */
@Component
public class OrganiserMail {

    private final Placements placements;
    private final Accounts accounts;
    private final Referrals referrals;

    OrganiserMail(Placements placements, Accounts accounts, Referrals referrals) {
        this.placements = placements;
        this.accounts = accounts;
        this.referrals = referrals;
    }

    public Placement placement(UUID subject) {
        return placements.find(new PlacementId(subject));
    }

    public NeighbourhoodId neighbourhoodOf(UUID subject) {
        return placement(subject).neighbourhood();
    }

    public List<UUID> organisersOf(UUID subject) {
        return accounts.organisersOf(placement(subject).group().value()).stream()
                .map(account -> account.id().value())
                .toList();
    }

    /**
     * What is said of an offer as long as it waits for an answer. Facts: {@code reference}; {@code answerBy}, the last
     * day to answer, in words.
     */
    public Optional<Mail> ofOpenOffer(UUID organiser, UUID subject, String title) {
        Placement placement = placement(subject);
        if (placement.state() != PlacementState.OFFERED) {
            return Optional.empty();
        }
        Map<String, Object> facts = Map.of(
                "reference", reference(placement).text(),
                "answerBy", InWords.day(placement.answerBy().orElseThrow()));
        return to(organiser, placement, title, facts);
    }

    /** Empty where the organiser has left or has no address. */
    public Optional<Mail> to(UUID organiser, Placement placement, String subject, Map<String, Object> facts) {
        return accounts.organisersOf(placement.group().value()).stream()
                .filter(account -> account.id().equals(new AccountId(organiser)))
                .findFirst()
                .map(Account::mail)
                .map(address -> new Mail(address, subject, facts, Optional.empty()));
    }

    public Reference reference(Placement placement) {
        return referrals.find(placement.referral()).reference();
    }
}
