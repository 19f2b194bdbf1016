package org.commonground.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.neighbourhood.Ladder;
import org.springframework.stereotype.Component;

/** The team's lead hears that the person could be told by no way that is safe. Fact: {@code reference}. */
@Component
class PersonNotToldMessage implements MessageComposer {

    private final Referrals referrals;
    private final Ladder ladder;
    private final Accounts accounts;

    PersonNotToldMessage(Referrals referrals, Ladder ladder, Accounts accounts) {
        this.referrals = referrals;
        this.ladder = ladder;
        this.accounts = accounts;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.PERSON_NOT_TOLD;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return ladder.ofTeam(referrals.teamOf(new ReferralId(subject))).stream()
                .map(account -> account.id().value())
                .toList();
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
        return Optional.of(referrals.find(new ReferralId(subject)).neighbourhood());
    }

    @Override
    public Optional<Message> compose(UUID subject, UUID recipient, UUID occasion) {
        String reference = referrals.find(new ReferralId(subject)).reference().text();
        return accounts.find(new AccountId(recipient))
                .filter(Account::active)
                .map(Account::mail)
                .map(address -> new Message(
                        address, "Somebody could not be told", Map.of("reference", reference), Optional.empty()));
    }
}
