package org.commonground.safeguarding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.neighbourhood.Absences;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the safeguarding lead, and the deputy once the concern is brought to them, that something needs attention, and
 * nothing else: not the concern, not the referral's reference, not the group.
 */
@Component
@Transactional(readOnly = true)
class ConcernMessage implements MessageComposer {

    private final ConcernRepository concerns;
    private final Accounts accounts;
    private final Absences absences;

    ConcernMessage(ConcernRepository concerns, Accounts accounts, Absences absences) {
        this.concerns = concerns;
        this.absences = absences;
        this.accounts = accounts;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.CONCERN_RAISED;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        Concern concern = concerns.find(new ConcernId(subject)).orElseThrow();
        List<Account> there = concern.broughtToDeputy() ? List.of() : there(lead(concern));
        return (there.isEmpty() ? accounts.holding(deputy(concern)) : there)
                .stream().map(account -> account.id().value()).toList();
    }

    private static Post lead(Concern concern) {
        return new Post(Role.SAFEGUARDING_LEAD, concern.neighbourhood());
    }

    private static Post deputy(Concern concern) {
        return new Post(Role.SAFEGUARDING_DEPUTY, concern.neighbourhood());
    }

    /** Those who hold a post and are not away today. */
    private List<Account> there(Post post) {
        List<Account> holders = accounts.holding(post);
        Set<AccountId> away =
                absences.today(holders.stream().map(Account::id).toList()).keySet();
        return holders.stream().filter(account -> !away.contains(account.id())).toList();
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
        return concerns.find(new ConcernId(subject)).map(Concern::neighbourhood);
    }

    /** Empty once it is decided, or where the account is closed, has lost the post or has no address. */
    @Override
    public Optional<Message> compose(UUID subject, UUID recipient, UUID occasion) {
        return concerns.find(new ConcernId(subject))
                .filter(concern -> concern.review() == null)
                .flatMap(concern -> accounts.find(new AccountId(recipient))
                        .filter(Account::active)
                        .filter(account -> account.holds(lead(concern)) || account.holds(deputy(concern)))
                        .filter(account -> account.mail() != null)
                        .map(account -> new Message(
                                account.mail(), "Something needs your attention today", Map.of(), Optional.empty())));
    }
}
