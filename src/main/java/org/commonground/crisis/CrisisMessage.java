package org.commonground.crisis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.neighbourhood.Teams;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those whom a crisis has reached that nobody at the practice has confirmed, and nothing about the person: the
 * team at first, then its lead, then the clinical supervisor, the safeguarding lead and the deputy. Where one of these
 * steps has nobody with an address, the administrators hear of it. Facts: {@code reference}.
 */
@Component
@Transactional(readOnly = true)
class CrisisMessage implements MessageComposer {

    private final CrisisRepository crises;
    private final Referrals referrals;
    private final Accounts accounts;
    private final Teams teams;

    CrisisMessage(CrisisRepository crises, Referrals referrals, Accounts accounts, Teams teams) {
        this.crises = crises;
        this.referrals = referrals;
        this.accounts = accounts;
        this.teams = teams;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.CRISIS;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        List<UUID> told = ids(reached(crises.find(new CrisisId(subject)).orElseThrow()));
        return told.isEmpty() ? ids(accounts.withRole(Role.ADMINISTRATOR).stream()) : told;
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
        return crises.find(new CrisisId(subject))
                .map(crisis -> referrals.find(crisis.referral()).neighbourhood());
    }

    /** Empty once somebody at the practice has confirmed, or where the account is closed or has no address. */
    @Override
    public Optional<Message> compose(UUID subject, UUID recipient, UUID occasion) {
        return crises.find(new CrisisId(subject))
                .filter(crisis -> !crisis.isConfirmed())
                .flatMap(crisis -> accounts.find(new AccountId(recipient))
                        .filter(account -> account.active() && account.mail() != null)
                        .map(account -> mail(account, referrals.find(crisis.referral()))));
    }

    private Stream<Account> reached(Crisis crisis) {
        Referral referral = referrals.find(crisis.referral());
        if (crisis.reach().isEmpty()) {
            return accounts.membersOf(referral.team()).stream();
        }
        return switch (crisis.reach().get()) {
            case TEAM_LEAD -> teams.leadOf(referral.team()).stream();
            case SUPERVISORS ->
                Stream.of(Role.CLINICAL_SUPERVISOR, Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY)
                        .map(role -> new Post(role, referral.neighbourhood()))
                        .flatMap(post -> accounts.holding(post).stream());
        };
    }

    private static List<UUID> ids(Stream<Account> people) {
        return people.filter(account -> account.mail() != null)
                .map(account -> account.id().value())
                .distinct()
                .toList();
    }

    private static Message mail(Account account, Referral referral) {
        return new Message(
                account.mail(),
                "Speak with the practice today about referral " + referral.reference(),
                Map.of("reference", referral.reference().text()),
                Optional.empty());
    }
}
