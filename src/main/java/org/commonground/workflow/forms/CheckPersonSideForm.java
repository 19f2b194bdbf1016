package org.commonground.workflow.forms;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.conversation.Wishes;
import org.commonground.conversation.talk.Conversations;
import org.commonground.group.Support;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.check.CheckPersonSide;
import org.commonground.placement.check.PersonSide;
import org.commonground.placement.check.SafetyChecks;
import org.commonground.platform.time.InWords;
import org.commonground.referral.ReferralId;
import org.commonground.referral.consent.Consent;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.duplicate.Requests;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** The person's side of the safety check: it starts from the last one signed in this referral, or from what is known. */
@Component
class CheckPersonSideForm implements TaskForm<CheckPersonSide> {

    private final SafetyChecks checks;
    private final Placements placements;
    private final Conversations conversations;
    private final Requests requests;
    private final ConsentAnswers consents;
    private final PersonWords people;
    private final GroupWords groups;

    CheckPersonSideForm(
            SafetyChecks checks,
            Placements placements,
            Conversations conversations,
            Requests requests,
            ConsentAnswers consents,
            PersonWords people,
            GroupWords groups) {
        this.checks = checks;
        this.placements = placements;
        this.conversations = conversations;
        this.requests = requests;
        this.consents = consents;
        this.people = people;
        this.groups = groups;
    }

    @Override
    public Class<CheckPersonSide> record() {
        return CheckPersonSide.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Placement placement = placements.find(new PlacementId(task.subject()));
        ReferralId referral = placement.referral();
        Map<String, Object> values = new HashMap<>(people.about(referral));
        values.putAll(groups.about(placement.group()));
        Optional<PersonSide> last = checks.latest(referral);
        last.ifPresentOrElse(side -> again(side, values), () -> anew(referral, values));
        values.putAll(agreed(referral));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, CheckPersonSide answer, Actor actor) {
        checks.check(new PlacementId(task.subject()), answer, actor);
        return Map.of();
    }

    private static void again(PersonSide side, Map<String, Object> values) {
        values.put(
                "last",
                "Filled in from the check signed on " + InWords.moment(side.signedAt())
                        + ". Change what has changed, and look again at what this group offers.");
        values.put("communication", side.communication());
        values.put("mobility", side.mobility());
        values.put("transport", side.transport());
        values.put("health", side.health());
        values.put("companion", side.companion());
        values.put("support", side.support());
        values.put("riskToSelf", side.risks().toSelf());
        values.put("riskToOthers", side.risks().toOthers());
        values.put("riskFromOthers", side.risks().fromOthers());
        values.put("riskOnVisit", side.risks().onVisit());
        values.put("safeguarding", Boolean.toString(side.risks().safeguarding()));
        values.put("riskNote", side.riskNote());
        values.put("instruction", side.instruction());
    }

    /** Nothing about risk is filled in before somebody has looked: "none known" must be said. */
    private void anew(ReferralId referral, Map<String, Object> values) {
        Collection<Support> support = conversations
                .wishesOf(referral)
                .<Collection<Support>>map(Wishes::support)
                .orElseGet(() -> requests.of(referral).support());
        values.put("last", "This is the first check in this referral. It is kept for the next group.");
        values.put("mobility", requests.of(referral).requirements());
        values.put("support", support);
        values.put("riskNote", requests.of(referral).risk().narrative());
        values.put("instruction", requests.of(referral).risk().instruction());
    }

    private Map<String, Object> agreed(ReferralId referral) {
        Map<String, Object> values = new HashMap<>();
        consents.of(referral).newest(Purpose.SHARE_RISKS, null).ifPresent(consent -> {
            values.put("shareRisks", Boolean.toString(consent.given()));
            givenBy(consent, values);
        });
        return values;
    }

    private static void givenBy(Consent consent, Map<String, Object> values) {
        values.put("consentBy", consent.by());
        if (consent.by() != GivenBy.PERSON) {
            values.put("consentDecidedBy", consent.decidedBy());
            values.put("consentGrounds", consent.grounds());
        }
    }
}
