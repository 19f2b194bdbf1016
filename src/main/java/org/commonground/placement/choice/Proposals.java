package org.commonground.placement.choice;

import java.util.ArrayList;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.placement.match.Suggestion;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Groups a person asks for between two choices: they stand first when groups are chosen next. */
@Service
@Transactional
public class Proposals {

    private final Suggesting suggesting;
    private final Rounds rounds;
    private final PreferenceRepository preferences;
    private final Referrals referrals;
    private final Events events;

    Proposals(
            Suggesting suggesting,
            Rounds rounds,
            PreferenceRepository preferences,
            Referrals referrals,
            Events events) {
        this.suggesting = suggesting;
        this.rounds = rounds;
        this.preferences = preferences;
        this.referrals = referrals;
        this.events = events;
    }

    /** Groups that may be proposed now, those that fit best standing first. */
    @Transactional(readOnly = true)
    public List<Group> possible(ReferralId id) {
        return suggesting.suggestions(id).choosable().stream()
                .map(Suggestion::group)
                .toList();
    }

    /** Whether a proposal makes a task to choose groups, or is remembered until there is one. */
    public boolean choosesNow(Referral referral) {
        return Rounds.mayChoose(referral);
    }

    /**
     * Remembers the group as the first of the next choice and, where groups can be chosen, asks for that choice, unless
     * one is open already.
     *
     * @throws Refusal for a group that cannot be chosen, and (conflict) for a referral that has ended
     */
    public void propose(ReferralId id, ProposeGroup command, Actor actor) {
        Commands.require(command);
        Referral referral = referrals.lock(id);
        if (!referral.isOpen()) {
            throw Refusal.conflict("This referral has ended");
        }
        if (suggesting.suggestions(id).choosable(command.group()).isEmpty()) {
            throw Refusal.invalid("group", "This group cannot be chosen now: choose another");
        }
        List<GroupId> next = new ArrayList<>(List.of(command.group()));
        preferences.next(id).stream()
                .filter(group -> !group.equals(command.group()))
                .forEach(next::add);
        preferences.next(id, next);
        events.publish(GroupProposed.of(id, command.group(), actor));
        if (choosesNow(referral)) {
            rounds.wantOthers(id, actor);
        }
    }
}
