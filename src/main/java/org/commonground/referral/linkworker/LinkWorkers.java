package org.commonground.referral.linkworker;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.Absences;
import org.commonground.platform.event.By;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looks after a person. Until somebody has reached them it is the whole team; then whoever did, so that nobody tells
 * their story twice, until the person is handed over or that link worker leaves the team. While they are away their
 * stand-in is asked; who it is stays.
 */
@Service
@Transactional
public class LinkWorkers {

    private final LinkWorkerRepository rows;
    private final Referrals referrals;
    private final Accounts accounts;
    private final Absences absences;
    private final Events events;
    private final Clock clock;

    LinkWorkers(
            LinkWorkerRepository rows,
            Referrals referrals,
            Accounts accounts,
            Absences absences,
            Events events,
            Clock clock) {
        this.rows = rows;
        this.referrals = referrals;
        this.accounts = accounts;
        this.absences = absences;
        this.events = events;
        this.clock = clock;
    }

    /** Empty where it is the whole team. */
    @Transactional(readOnly = true)
    public Optional<AccountId> of(ReferralId referral) {
        return rows.of(referral);
    }

    /** Who is asked today: the link worker, while they are away their stand-in; empty where it is the whole team. */
    @Transactional(readOnly = true)
    public Optional<Account> today(ReferralId referral) {
        return rows.of(referral).flatMap(absences::present);
    }

    /** Who it was and why it changed, the newest first. */
    @Transactional(readOnly = true)
    public List<Keeping> history(ReferralId referral) {
        return rows.history(referral);
    }

    /** Somebody has reached the person: they look after them from now on, unless somebody does already. */
    public void reached(ReferralId id, Actor actor) {
        Referral referral = referrals.lockOpen(id);
        if (rows.of(id).isEmpty()) {
            actor.ownAccount()
                    .filter(account -> worksIn(referral.team(), account))
                    .ifPresent(account -> keep(id, account, KeptBecause.REACHED, actor.by()));
        }
    }

    /**
     * Somebody of the team hands the person over.
     *
     * @throws Refusal where whoever is to have them does not work in the team or is away today; (conflict) for a referral
     *     that has ended
     */
    public void handOver(ReferralId id, HandOverPerson command, Actor actor) {
        Commands.require(command);
        Referral referral = referrals.lockOpen(id);
        if (command.to() != null) {
            requireThere(referral.team(), command.to());
        }
        change(id, Optional.ofNullable(command.to()), command.why(), actor.by());
    }

    /**
     * Tasks about the person were handed over, and with them the person, where somebody looks after them; what has ended
     * stays whose it was.
     */
    public void follow(ReferralId id, Optional<AccountId> to, By actor) {
        referrals.lock(id);
        if (rows.of(id).isPresent() && referrals.find(id).isOpen()) {
            change(id, to, KeptBecause.HANDED_OVER, actor);
        }
    }

    /** Whoever left the team, or works in another now, looks after nobody of it any more. */
    public void release(AccountId account, By actor) {
        Set<TeamId> stays = accounts.find(account)
                .filter(Account::active)
                .map(found -> found.teams().stream().filter(found::worksIn).collect(Collectors.toSet()))
                .orElse(Set.of());
        rows.lockOpen(account, stays).forEach(id -> keep(id, null, KeptBecause.LEFT, actor));
    }

    private void change(ReferralId id, Optional<AccountId> to, KeptBecause why, By actor) {
        if (!rows.of(id).equals(to)) {
            keep(id, to.orElse(null), why, actor);
        }
    }

    private void keep(ReferralId id, AccountId to, KeptBecause why, By actor) {
        rows.keep(id, to, why, actor.signature(), clock.instant());
        events.publish(LinkWorkerChanged.by(actor, id, why));
    }

    private boolean worksIn(TeamId team, AccountId account) {
        return accounts.find(account)
                .filter(found -> found.active() && found.worksIn(team))
                .isPresent();
    }

    private void requireThere(TeamId team, AccountId person) {
        if (!worksIn(team, person)) {
            throw Refusal.invalid("to", "Choose somebody who works in this team");
        }
        absences.requireThere(person);
    }
}
