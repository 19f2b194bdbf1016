package org.commonground.placement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Ladder;
import org.commonground.correspondence.Mail;
import org.commonground.correspondence.MailComposer;
import org.commonground.correspondence.MailKind;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;

/**
 * The team's lead hears that a group did not answer, whether it could not be reached, has nobody with an account or
 * was not phoned in time. Fact: {@code reference}.
 */
@Component
class OfferLapsedMail implements MailComposer {

    private final Placements placements;
    private final Referrals referrals;
    private final Ladder ladder;
    private final Accounts accounts;

    OfferLapsedMail(Placements placements, Referrals referrals, Ladder ladder, Accounts accounts) {
        this.placements = placements;
        this.referrals = referrals;
        this.ladder = ladder;
        this.accounts = accounts;
    }

    @Override
    public MailKind kind() {
        return MailKind.OFFER_LAPSED;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return ladder.ofTeam(referrals.teamOf(placement(subject).referral())).stream()
                .map(account -> account.id().value())
                .toList();
    }

    @Override
    public Optional<Mail> compose(UUID subject, UUID recipient, UUID occasion) {
        String reference =
                referrals.find(placement(subject).referral()).reference().text();
        return accounts.find(new AccountId(recipient))
                .filter(Account::active)
                .map(Account::mail)
                .map(address ->
                        new Mail(address, "A group did not answer", Map.of("reference", reference), Optional.empty()));
    }

    private Placement placement(UUID subject) {
        return placements.find(new PlacementId(subject));
    }
}
