package org.commonground.safeguarding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Role;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.words.Mail;
import org.commonground.correspondence.words.MailComposer;
import org.commonground.neighbourhood.Absences;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the safeguarding lead, and the deputy once the concern is brought to them, that something needs attention, and
 * nothing else: not the concern, not the referral's reference, not the group.
 */
@Component
@Transactional(readOnly = true)
class ConcernMail implements MailComposer {

    private final ConcernRepository concerns;
    private final Accounts accounts;
    private final Absences absences;

    ConcernMail(ConcernRepository concerns, Accounts accounts, Absences absences) {
        this.concerns = concerns;
        this.absences = absences;
        this.accounts = accounts;
    }

    @Override
    public MailKind kind() {
        return MailKind.CONCERN_RAISED;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        boolean deputies = concerns.find(new ConcernId(subject))
                .map(Concern::broughtToDeputy)
                .orElse(false);
        List<Account> there = deputies ? List.of() : there(Role.SAFEGUARDING_LEAD);
        return (there.isEmpty() ? accounts.withRole(Role.SAFEGUARDING_DEPUTY) : there)
                .stream().map(account -> account.id().value()).toList();
    }

    /** Those of a role who are not away today. */
    private List<Account> there(Role role) {
        Set<AccountId> away = absences.today().keySet();
        return accounts.withRole(role).stream()
                .filter(account -> !away.contains(account.id()))
                .toList();
    }

    /** Empty once it is decided, or where the account is closed, has lost the role or has no address. */
    @Override
    public Optional<Mail> compose(UUID subject, UUID recipient, UUID occasion) {
        boolean waits = concerns.find(new ConcernId(subject))
                .filter(concern -> concern.review() == null)
                .isPresent();
        return waits
                ? accounts.find(new AccountId(recipient))
                        .filter(Account::active)
                        .filter(account -> account.has(Role.SAFEGUARDING_LEAD) || account.has(Role.SAFEGUARDING_DEPUTY))
                        .filter(account -> account.mail() != null)
                        .map(account -> new Mail(
                                account.mail(), "Something needs your attention today", Map.of(), Optional.empty()))
                : Optional.empty();
    }
}
