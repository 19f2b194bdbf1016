package org.commonground.web.referral;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Role;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.neighbourhood.Teams;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.placement.waiting.WaitingPlacement;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.web.pages.ListPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The waiting list of a group. A link worker of a neighbourhood it takes people from sees the line, with the references of
 * their own team's people in it; the group's organisers see how many wait and since when, and nobody; for everybody else the page does not exist.
 */
@Controller
class WaitingListController {

    private final Groups groups;
    private final WaitingLists lists;
    private final Referrals referrals;
    private final TheTeam team;
    private final Teams teams;

    WaitingListController(Groups groups, WaitingLists lists, Referrals referrals, TheTeam team, Teams teams) {
        this.teams = teams;
        this.groups = groups;
        this.lists = lists;
        this.referrals = referrals;
        this.team = team;
    }

    /**
     * One place in the line.
     *
     * @param reference null for a person of another team
     * @param fromHere whether they are of a neighbourhood of whoever looks
     */
    record Line(int position, String reference, boolean fromHere, String since, String state) {}

    /** The groups an organiser decides for, and how many wait for each. */
    @GetMapping("/groups")
    ModelAndView yours(@AuthenticationPrincipal Actor.SignedIn actor) {
        if (!actor.has(Role.ORGANISER)) {
            throw new NoSuchPage();
        }
        List<ListPage.Row> rows = actor.groups().stream()
                .flatMap(id -> groups.find(new GroupId(id)).stream())
                .sorted(Comparator.comparing(Group::name, String.CASE_INSENSITIVE_ORDER))
                .map(this::row)
                .toList();
        return new ListPage("Your groups", null, null, null, rows, "You decide for no group at present.").show();
    }

    private ListPage.Row row(Group group) {
        return new ListPage.Row(
                group.name(),
                "/groups/" + group.id() + "/waiting-list",
                List.of(lists.count(group.id()).inWords()),
                null);
    }

    @GetMapping("/groups/{id}/waiting-list")
    String show(@PathVariable UUID id, @AuthenticationPrincipal Actor.SignedIn actor, Model model) {
        Set<NeighbourhoodId> theirs = teams.neighbourhoodsOf(actor);
        boolean organiser = actor.has(Role.ORGANISER) && actor.groups().contains(id);
        Group group = groups.find(new GroupId(id))
                .filter(found -> organiser || theirs.stream().anyMatch(found::isFor))
                .orElseThrow(NoSuchPage::new);
        List<Line> lines = lists.of(group.id()).stream()
                .map(waiting -> line(waiting, referrals.find(waiting.referral()), actor, theirs))
                .toList();
        model.addAttribute("group", group.name());
        model.addAttribute("keepsList", group.waitingList());
        model.addAttribute("count", lists.count(group.id()).inWords());
        model.addAttribute("back", organiser ? "/groups" : null);
        model.addAttribute("lines", theirs.stream().anyMatch(group::isFor) ? lines : List.of());
        return "referral/waiting-list";
    }

    private Line line(WaitingPlacement waiting, Referral referral, Actor.SignedIn actor, Set<NeighbourhoodId> theirs) {
        return new Line(
                waiting.position(),
                team.has(actor, referral.team()) ? referral.reference().text() : null,
                theirs.contains(referral.neighbourhood()),
                InWords.date(waiting.joinedAt().atZone(WorkingDays.LONDON).toLocalDate()),
                waiting.state().label());
    }
}
