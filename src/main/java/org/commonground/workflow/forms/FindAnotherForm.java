package org.commonground.workflow.forms;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.group.ClosureKind;
import org.commonground.group.Closures;
import org.commonground.group.GroupId;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.ending.ClosedGroups;
import org.commonground.placement.ending.FindAnother;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Talk with somebody whose group is closed or suspended about what comes next. */
@Component
class FindAnotherForm implements TaskForm<FindAnother> {

    /** What {@link FindAnother.Next#NOTHING} says where the referral has ended, whatever they want. */
    private static final String DONE = "We have talked: nothing more to do here";

    private final ClosedGroups closed;
    private final Closures closures;
    private final Placements placements;
    private final PersonWords people;
    private final GroupWords groups;

    FindAnotherForm(
            ClosedGroups closed, Closures closures, Placements placements, PersonWords people, GroupWords groups) {
        this.closed = closed;
        this.closures = closures;
        this.placements = placements;
        this.people = people;
        this.groups = groups;
    }

    @Override
    public Class<FindAnother> record() {
        return FindAnother.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Placement placement = placements.find(new PlacementId(task.subject()));
        Map<String, Object> values = new HashMap<>(people.about(placement.referral()));
        values.putAll(groups.about(placement.group()));
        boolean mayStay = closed.mayStay(placement.id());
        values.put(
                "closed",
                state(placement.group())
                        + (mayStay ? " Their place there is kept." : " Their place there is given back."));
        boolean goesOn = closed.mayChooseAgain(placement.referral());
        values.put("nextOptions", options(mayStay, goesOn));
        values.put("ended", goesOn ? "" : "Their referral has ended.");
        values.put(
                "another",
                goesOn
                        ? "If they want another group, you choose it with them in a new task."
                        : "If they want another group, ask the practice to refer them again.");
        return values;
    }

    private String state(GroupId group) {
        return closures.of(group)
                .map(closure -> closure.kind() == ClosureKind.CLOSED ? "It is closed for good." : "It is suspended.")
                .orElse("It is open again.");
    }

    /** Nobody stays without a place, and no group is chosen in a referral that has ended. */
    private static List<Map<String, String>> options(boolean mayStay, boolean goesOn) {
        return Arrays.stream(FindAnother.Next.values())
                .filter(next -> mayStay || next != FindAnother.Next.STAYS)
                .filter(next -> goesOn || next != FindAnother.Next.CHOOSE_OTHERS)
                .map(next -> Map.of(
                        "value",
                        next.word(),
                        "label",
                        goesOn || next != FindAnother.Next.NOTHING ? next.label() : DONE))
                .toList();
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, FindAnother answer, Actor actor) {
        closed.findAnother(new PlacementId(task.subject()), answer, actor);
        return Map.of();
    }
}
