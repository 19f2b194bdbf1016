package org.commonground.placement.choice;

import java.util.List;
import java.util.Set;
import org.commonground.group.GroupId;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.placement.TriedAtOnce;
import org.commonground.placement.match.Suggestion;
import org.commonground.placement.match.Suggestions;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.ReferralId;
import org.springframework.stereotype.Component;

/** Whether a choice is possible as things stand: nothing tried twice or too many at once, and reasons where they are due. */
@Component
class MayBeChosen {

    private final Placements placements;
    private final Suggesting suggesting;
    private final TriedAtOnce atOnce;

    MayBeChosen(Placements placements, Suggesting suggesting, TriedAtOnce atOnce) {
        this.placements = placements;
        this.suggesting = suggesting;
        this.atOnce = atOnce;
    }

    void require(ReferralId id, ChooseGroups command) {
        List<Placement> all = placements.of(id);
        boolean goesOn = all.stream().anyMatch(Placement::isOpen);
        switch (command.choice()) {
            case TRY -> requireChoosable(id, command);
            case NOTHING_MORE -> {
                if (!goesOn && all.stream().noneMatch(placement -> placement.state() == PlacementState.ATTENDED)) {
                    throw Refusal.invalid("choice", "Nothing is under way: choose groups, or say that none suits");
                }
            }
            default -> {
                if (goesOn) {
                    throw Refusal.invalid(
                            "choice",
                            "Another group is still being tried or waited for: end that first, or choose nothing more for"
                                    + " now");
                }
            }
        }
    }

    private void requireChoosable(ReferralId referral, ChooseGroups command) {
        int open = atOnce.now(referral);
        int most = atOnce.most(referral);
        if (open + command.groups().size() > most) {
            throw Refusal.invalid(
                    "groups",
                    open == 0
                            ? "Choose at most " + groups(most)
                            : "At most " + groups(most) + " may be tried at once, and " + open + " already "
                                    + (open == 1 ? "is" : "are"));
        }
        List<GroupId> chosen = ChosenGroups.ids(command.groups());
        Suggestions suggestions = suggesting.suggestions(referral, Set.copyOf(ChosenGroups.ids(command.notThere())));
        for (GroupId group : chosen) {
            Suggestion suggestion = suggestions
                    .choosable(group)
                    .orElseThrow(() -> Refusal.invalid("groups", whyNot(suggestions, group)));
            if (suggestion.full() && !Boolean.TRUE.equals(command.wouldWait())) {
                throw Refusal.invalid(
                        "wouldWait",
                        suggestion.group().name() + " is full: say that the person would wait, or take it out above");
            }
        }
        if (command.overrideReason() == null) {
            suggestions.needsReason(chosen).ifPresent(why -> {
                throw Refusal.invalid("overrideReason", why + ": say why it is chosen all the same");
            });
        }
    }

    private static String groups(int number) {
        return number == 1 ? "1 group" : number + " groups";
    }

    private static String whyNot(Suggestions suggestions, GroupId group) {
        return suggestions.leftOut().stream()
                .filter(left -> left.group().id().equals(group))
                .findFirst()
                .map(left -> left.group().name() + " cannot be chosen: " + left.why())
                .orElse("Choose groups from the list");
    }
}
