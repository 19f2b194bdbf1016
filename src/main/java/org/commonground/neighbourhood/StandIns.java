package org.commonground.neighbourhood;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.platform.time.WorkingDays;
import org.springframework.stereotype.Component;

/** Who is there for somebody today: themselves, or while they are away their stand-in, or that one's stand-in. */
@Component
public class StandIns {

    private final Accounts accounts;
    private final AbsenceRepository absences;
    private final WorkingDays days;

    StandIns(Accounts accounts, AbsenceRepository absences, WorkingDays days) {
        this.accounts = accounts;
        this.absences = absences;
        this.days = days;
    }

    /** Empty where the account is closed, or those who stand in are all away or gone. */
    public Optional<Account> present(AccountId wanted) {
        Set<AccountId> asked = new HashSet<>();
        Optional<AccountId> next = Optional.ofNullable(wanted);
        while (next.isPresent() && asked.add(next.get())) {
            Optional<Account> account = accounts.find(next.get()).filter(Account::active);
            if (account.isEmpty()) {
                return Optional.empty();
            }
            next = standIn(next.get());
            if (next.isEmpty()) {
                return account;
            }
        }
        return Optional.empty();
    }

    /** Those of them whose accounts are open and who are not away today. */
    Set<AccountId> thereAmong(Collection<AccountId> wanted) {
        Set<AccountId> there = new HashSet<>(accounts.activeAmong(wanted));
        absences.on(days.today(), wanted).forEach(absence -> there.remove(absence.account()));
        return there;
    }

    /** Empty where they are not away today. */
    private Optional<AccountId> standIn(AccountId account) {
        return absences.notOver(account, days.today()).stream()
                .filter(absence -> absence.covers(days.today()))
                .map(Absence::standIn)
                .findFirst();
    }

    /** The account itself and whomever it stands in for today, directly or for another stand-in. */
    Set<AccountId> actsFor(AccountId account) {
        Set<AccountId> all = new HashSet<>(Set.of(account));
        Set<AccountId> found = Set.of(account);
        while (!found.isEmpty()) {
            Set<AccountId> next = new HashSet<>();
            found.forEach(standIn -> absences.stoodInBy(standIn, days.today()).stream()
                    .filter(absence -> absence.covers(days.today()))
                    .map(Absence::account)
                    .filter(all::add)
                    .forEach(next::add));
            found = next;
        }
        return all;
    }
}
