package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.account.Signers;
import org.commonground.group.Support;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.check.GiveSecondOpinion;
import org.commonground.placement.check.PersonSide;
import org.commonground.placement.check.SafetyChecks;
import org.commonground.placement.check.Weighing;
import org.commonground.platform.time.InWords;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** A clinical supervisor says whether a group may be asked. They read the person's side, and no name. */
@Component
class GiveSecondOpinionForm implements TaskForm<GiveSecondOpinion> {

    private final SafetyChecks checks;
    private final Placements placements;
    private final Weighing weighing;
    private final Signers signers;
    private final PersonWords people;
    private final GroupWords groups;

    GiveSecondOpinionForm(
            SafetyChecks checks,
            Placements placements,
            Weighing weighing,
            Signers signers,
            PersonWords people,
            GroupWords groups) {
        this.checks = checks;
        this.placements = placements;
        this.weighing = weighing;
        this.signers = signers;
        this.people = people;
        this.groups = groups;
    }

    @Override
    public Class<GiveSecondOpinion> record() {
        return GiveSecondOpinion.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Placement placement = placements.find(new PlacementId(task.subject()));
        PersonSide side = checks.of(placement).orElseThrow();
        Map<String, Object> person = people.about(placement.referral());
        Map<String, Object> values = new HashMap<>(groups.about(placement.group()));
        for (String known : Set.of("notice", "reference", "age", "language", "interpreter")) {
            values.put(known, person.get(known));
        }
        Set<Support> missing = side.gap(groups.group(placement.group()).offers());
        values.put("question", question(side, missing));
        values.put("signed", "Signed by " + name(side) + ", " + InWords.moment(side.signedAt()) + ".");
        values.put("risks", side.risks().inWords());
        values.put("riskNote", GroupWords.text(side.riskNote()));
        values.put("supportNeeded", GroupWords.support(side.support()));
        values.put("missing", missing.isEmpty() ? "nothing" : GroupWords.support(missing));
        values.put("arranged", missing.isEmpty() ? "not needed" : GroupWords.text(side.gapArrangement()));
        values.put("communication", GroupWords.text(side.communication()));
        values.put("mobility", GroupWords.text(side.mobility()));
        values.put("transport", GroupWords.text(side.transport()));
        values.put("health", GroupWords.text(side.health()));
        values.put("companion", GroupWords.text(side.companion()));
        values.put(
                "instruction",
                GroupWords.text(side.instruction())
                        + (weighing.facts(placement.id()).shareRisks()
                                ? ""
                                : " (the person does not agree that this is told)"));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, GiveSecondOpinion answer, Actor actor) {
        checks.secondOpinion(new PlacementId(task.subject()), answer, actor);
        return Map.of("verdict", answer.verdict().word());
    }

    private static String question(PersonSide side, Set<Support> missing) {
        String risk =
                switch (side.risks().gravest()) {
                    case NONE -> "";
                    case MANAGED -> "There is a risk that is managed. ";
                    case UNRESOLVED -> "There is a risk that is not resolved. ";
                };
        String gap = missing.isEmpty() || side.gapCovered()
                ? ""
                : "The group does not offer all the support that is needed, and the rest is not arranged. ";
        return (risk + gap).strip();
    }

    private String name(PersonSide side) {
        return signers.name(side.signedBy()).map(name -> name.text()).orElse("a link worker");
    }
}
