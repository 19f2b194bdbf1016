package org.commonground.placement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.words.Message;
import org.commonground.neighbourhood.Ladder;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;

/** What the mails about a placement to the lead of its referral's team have in common. Fact: {@code reference}. */
@Component
public class LeadMessage {

    private final Placements placements;
    private final Referrals referrals;
    private final Ladder ladder;
    private final Accounts accounts;

    LeadMessage(Placements placements, Referrals referrals, Ladder ladder, Accounts accounts) {
        this.placements = placements;
        this.referrals = referrals;
        this.ladder = ladder;
        this.accounts = accounts;
    }

    public NeighbourhoodId neighbourhoodOf(UUID subject) {
        return placement(subject).neighbourhood();
    }

    public List<UUID> recipients(UUID subject) {
        return ladder.ofTeam(referrals.teamOf(placement(subject).referral())).stream()
                .map(account -> account.id().value())
                .toList();
    }

    /** Empty where the account is closed or has no address. */
    public Optional<Message> to(UUID recipient, UUID subject, String title) {
        String reference =
                referrals.find(placement(subject).referral()).reference().text();
        return accounts.find(new AccountId(recipient))
                .filter(Account::active)
                .map(Account::mail)
                .map(address -> new Message(address, title, Map.of("reference", reference), Optional.empty()));
    }

    private Placement placement(UUID subject) {
        return placements.find(new PlacementId(subject));
    }
}
