package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.conversation.Wishes;
import org.commonground.conversation.measure.Measure;
import org.commonground.conversation.measure.MeasureAnswer;
import org.commonground.conversation.measure.Scores;
import org.commonground.conversation.signpost.Signpostings;
import org.commonground.conversation.talk.Conversations;
import org.commonground.followup.FollowUpPlan;
import org.commonground.followup.FollowUpPlanId;
import org.commonground.followup.FollowUps;
import org.commonground.followup.HoldFollowUp;
import org.commonground.followup.LookBack;
import org.commonground.group.Groups;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.time.InWords;
import org.commonground.referral.ReferralId;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Look back with the person: the same measures as before, with the earlier answers beside them. */
@Component
class HoldFollowUpForm implements TaskForm<HoldFollowUp> {

    private static final String NOTHING = "nothing was said";
    private static final List<String> HOW_OFTEN = List.of("hardly ever or never", "some of the time", "often");
    private static final List<String> HOW_LONELY =
            List.of("often or always", "some of the time", "occasionally", "hardly ever", "never");

    private final FollowUps followUps;
    private final Conversations conversations;
    private final Placements placements;
    private final Groups groups;
    private final Signpostings signpostings;
    private final PersonWords words;
    private final NotebookWords notebook;

    HoldFollowUpForm(
            FollowUps followUps,
            Conversations conversations,
            Placements placements,
            Groups groups,
            Signpostings signpostings,
            PersonWords words,
            NotebookWords notebook) {
        this.followUps = followUps;
        this.conversations = conversations;
        this.placements = placements;
        this.groups = groups;
        this.signpostings = signpostings;
        this.words = words;
        this.notebook = notebook;
    }

    @Override
    public Class<HoldFollowUp> record() {
        return HoldFollowUp.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        FollowUpPlan plan = followUps.find(new FollowUpPlanId(task.subject()));
        List<LookBack> before = followUps.held(plan.id());
        Optional<LookBack> last = before.stream().filter(LookBack::reached).reduce((earlier, later) -> later);
        Map<String, Object> values = new HashMap<>(words.about(plan.referral()));
        values.put("week", plan.next().map(next -> week(plan, next)).orElse("none is due"));
        values.put("signposted", plan.signposted());
        values.put("signpostedTo", plan.signposted() ? to(plan.referral()) : "");
        values.putAll(notebook.about(plan.referral()));
        values.put("groups", groups(plan.referral()));
        values.put(
                "whatMatters",
                conversations
                        .wishesOf(plan.referral())
                        .map(Wishes::whatMatters)
                        .map(Narrative::text)
                        .orElse(NOTHING));
        values.put("lastTime", last.map(LookBack::whatNext).map(Narrative::text).orElse(NOTHING));
        for (Measure measure : Measure.values()) {
            values.put(key(measure), earlier(measure, plan, before));
        }
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, HoldFollowUp answer, Actor actor) {
        followUps.hold(new FollowUpPlanId(task.subject()), answer, actor);
        return Map.of();
    }

    private static String week(FollowUpPlan plan, FollowUpPlan.Planned next) {
        String from =
                plan.signposted() ? " weeks after they were signposted on " : " weeks after the first session of ";
        return next.week() + from + InWords.date(plan.countedFrom()) + ", due on " + InWords.date(next.on());
    }

    private String to(ReferralId referral) {
        return signpostings.newest(referral).map(one -> one.to().text()).orElse("");
    }

    private String groups(ReferralId referral) {
        Function<Placement, String> name =
                placement -> groups.get(placement.group()).name();
        String attended = placements.of(referral).stream()
                .filter(placement -> placement.state() == PlacementState.ATTENDED)
                .map(name)
                .collect(Collectors.joining(", "));
        return attended.isEmpty() ? "none" : attended;
    }

    /** {@code earlierSatisfied}: the form shows it under the question. */
    private static String key(Measure measure) {
        return "earlier" + Character.toUpperCase(measure.field().charAt(0))
                + measure.field().substring(1);
    }

    private String earlier(Measure measure, FollowUpPlan plan, List<LookBack> before) {
        Stream<String> first =
                words(measure, conversations.scoresOf(plan.referral()))
                        .map(answer -> "in conversation " + answer)
                        .stream();
        Stream<String> later = before.stream()
                .flatMap(back ->
                        words(measure, back.scores()).map(answer -> "week " + back.week() + " " + answer).stream());
        String answers = Stream.concat(first, later).collect(Collectors.joining(", "));
        return answers.isEmpty() ? "not asked yet" : answers;
    }

    private static Optional<String> words(Measure measure, Scores scores) {
        return Optional.ofNullable(scores.answers().get(measure)).map(answer -> words(measure, answer));
    }

    private static String words(Measure measure, MeasureAnswer answer) {
        if (answer.score() == null) {
            return "not asked";
        }
        return switch (measure) {
            case COMPANIONSHIP, LEFT_OUT, ISOLATED -> HOW_OFTEN.get(answer.score() - 1);
            case LONELY -> HOW_LONELY.get(answer.score() - 1);
            default -> answer.score() + " (" + measure.band(answer.score()) + ")";
        };
    }
}
