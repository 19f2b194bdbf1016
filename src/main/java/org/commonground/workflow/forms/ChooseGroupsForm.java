package org.commonground.workflow.forms;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.conversation.PartOfDay;
import org.commonground.conversation.Wishes;
import org.commonground.conversation.talk.Conversations;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.TriedAtOnce;
import org.commonground.placement.choice.Choice;
import org.commonground.placement.choice.Choices;
import org.commonground.placement.choice.ChooseGroups;
import org.commonground.placement.choice.Suggesting;
import org.commonground.placement.match.Fit;
import org.commonground.placement.match.Suggestion;
import org.commonground.placement.match.Suggestions;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Request;
import org.commonground.referral.duplicate.Requests;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Choose groups with the person: what fits and why, what they agree to share, or that nothing fits. */
@Component
class ChooseGroupsForm implements TaskForm<ChooseGroups> {

    /** As many groups as are told about at length; whoever wants another one finds it by name. */
    private static final int IN_WORDS = 30;

    private final Choices choices;
    private final TriedAtOnce atOnce;
    private final Suggesting suggesting;
    private final Placements placements;
    private final Conversations conversations;
    private final Requests requests;
    private final PersonWords people;
    private final GroupWords groups;
    private final NotebookWords notebook;

    ChooseGroupsForm(
            Choices choices,
            TriedAtOnce atOnce,
            Suggesting suggesting,
            Placements placements,
            Conversations conversations,
            Requests requests,
            PersonWords people,
            GroupWords groups,
            NotebookWords notebook) {
        this.choices = choices;
        this.atOnce = atOnce;
        this.suggesting = suggesting;
        this.placements = placements;
        this.conversations = conversations;
        this.requests = requests;
        this.people = people;
        this.groups = groups;
        this.notebook = notebook;
    }

    @Override
    public Class<ChooseGroups> record() {
        return ChooseGroups.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        ReferralId id = new ReferralId(task.subject());
        Suggestions suggestions = suggesting.suggestions(id);
        Map<String, Object> values = new HashMap<>(people.about(id));
        values.putAll(wishes(id));
        values.putAll(notebook.about(id));
        values.put("before", before(placements.of(id)));
        values.put("ranked", ranked(suggestions.ranked()));
        values.put("outside", outside(suggestions.outside()));
        values.put("leftOut", leftOut(suggestions.leftOut()));
        values.put("groupOptions", options(suggestions.choosable()));
        int most = atOnce.most(id);
        values.put("most", most);
        values.put("underWay", underWay(placements.open(id)));
        values.putAll(said(id, suggestions, most));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, ChooseGroups answer, Actor actor) {
        List<PlacementId> chosen = choices.choose(new ReferralId(task.subject()), answer, actor);
        Map<String, Object> outputs = new HashMap<>();
        outputs.put("choice", answer.choice().word());
        outputs.put("placements", chosen.stream().map(PlacementId::toString).toList());
        answer.choice().ends().ifPresent(outcome -> outputs.put("outcome", outcome.word()));
        if (answer.choice() == Choice.NOTHING_MORE && placements.anyPlaced(new ReferralId(task.subject()))) {
            outputs.put("outcome", Outcome.PLACED_AND_FOLLOWED_UP.word());
        }
        return outputs;
    }

    /** What the person said in an earlier choice: it is not asked twice. */
    private Map<String, Object> said(ReferralId id, Suggestions suggestions, int most) {
        Set<GroupId> notThere = suggesting.notThere(id);
        List<GroupId> wanted = suggesting.wantedNext(id).stream()
                .filter(group -> suggestions.choosable().stream()
                        .anyMatch(one -> one.group().id().equals(group)))
                .toList();
        int left = Math.max(0, most - atOnce.now(id));
        Map<String, Object> values = new HashMap<>();
        values.put("everyGroup", options(suggestions, notThere));
        values.put("notThere", notThere.stream().map(GroupId::toString).toList());
        values.put("groups", ids(wanted.stream().limit(Math.min(1, left))));
        values.put("next", ids(wanted.stream().skip(Math.min(1, left))));
        return values;
    }

    private static List<String> ids(Stream<GroupId> groups) {
        return groups.map(GroupId::toString).toList();
    }

    private Map<String, Object> wishes(ReferralId id) {
        Request request = requests.of(id);
        Optional<Wishes> wishes = conversations.wishesOf(id);
        return Map.of(
                "whatMatters", GroupWords.text(wishes.map(Wishes::whatMatters).orElse(null)),
                "needs",
                        wishes.map(said -> GroupWords.needs(said.needs()))
                                .orElseGet(() -> GroupWords.needs(request.needs())),
                "supportNeeded",
                        wishes.map(said -> GroupWords.support(said.support()))
                                .orElseGet(() -> GroupWords.support(request.support())),
                "when", wishes.map(ChooseGroupsForm::when).orElse(GroupWords.NOTHING));
    }

    private static String when(Wishes wishes) {
        Stream<String> days =
                wishes.days().stream().sorted().map((DayOfWeek day) -> day.getDisplayName(TextStyle.FULL, Locale.UK));
        Stream<String> times = wishes.times().stream().sorted().map(PartOfDay::label);
        return Stream.of(
                        days,
                        times,
                        Stream.of(wishes.travel().label()),
                        Stream.ofNullable(wishes.spending()).map(spending -> "spends: " + spending.label()),
                        wishes.languages().stream().sorted().map(language -> "also speaks " + language))
                .flatMap(words -> words)
                .collect(Collectors.joining(", "));
    }

    private String before(List<Placement> all) {
        return all.stream()
                .filter(placement -> !placement.isOpen())
                .map(placement -> "Tried before: **"
                        + groups.group(placement.group()).name() + "**, "
                        + placement
                                .ended()
                                .map(ended -> ended.label())
                                .orElse(placement.state().label())
                        + ".")
                .collect(Collectors.joining("  \n"));
    }

    private String underWay(List<Placement> open) {
        return open.stream()
                .map(placement ->
                        "Under way: **" + groups.group(placement.group()).name() + "**, "
                                + placement.state().label() + ".")
                .collect(Collectors.joining("  \n"));
    }

    private static String ranked(List<Suggestion> suggestions) {
        if (suggestions.isEmpty()) {
            return "No group can be chosen at present.";
        }
        return suggestions.stream()
                        .limit(IN_WORDS)
                        .map(suggestion -> "1. **" + suggestion.group().name() + "** "
                                + (suggestion.fit() == Fit.WELL
                                        ? ""
                                        : "(" + suggestion.fit().label() + ") ")
                                + "– " + suggestion.group().does() + "  \n   Why here: " + suggestion.inWords() + ".")
                        .collect(Collectors.joining("\n"))
                + more(suggestions, "suit less well: find them by name below");
    }

    private static String outside(List<Suggestion> outside) {
        return outside.isEmpty()
                ? ""
                : "### For people of another age: only with a reason\n\n"
                        + outside.stream()
                                .limit(IN_WORDS)
                                .map(suggestion -> "- **" + suggestion.group().name() + "**: " + suggestion.inWords())
                                .collect(Collectors.joining("\n"))
                        + more(outside, "are for people of another age: find them by name below");
    }

    private static String leftOut(List<Suggestions.LeftOut> leftOut) {
        return leftOut.isEmpty()
                ? "None."
                : leftOut.stream()
                                .limit(IN_WORDS)
                                .map(left -> "- " + left.group().name() + ": " + left.why())
                                .collect(Collectors.joining("\n"))
                        + more(leftOut, "cannot be chosen at present");
    }

    private static String more(List<?> all, String what) {
        return all.size() <= IN_WORDS ? "" : "\n\nAnd " + (all.size() - IN_WORDS) + " more that " + what + ".";
    }

    private static List<Map<String, String>> options(List<Suggestion> suggestions) {
        return suggestions.stream()
                .map(suggestion -> option(
                        suggestion.group(),
                        " (" + suggestion.group().sessionsInWords() + (suggestion.full() ? "; full, waiting list" : "")
                                + (suggestion.fit() == Fit.OUTSIDE ? "; for another age" : "") + ")"))
                .toList();
    }

    /** What may be wished for later, or not at all: whatever may be chosen, and what the person has ruled out. */
    private static List<Map<String, String>> options(Suggestions suggestions, Set<GroupId> notThere) {
        return Stream.concat(
                        suggestions.choosable().stream().map(Suggestion::group),
                        suggestions.leftOut().stream()
                                .map(Suggestions.LeftOut::group)
                                .filter(group -> notThere.contains(group.id())))
                .sorted(Comparator.comparing(Group::name))
                .map(group -> option(group, ""))
                .toList();
    }

    private static Map<String, String> option(Group group, String more) {
        return Map.of("value", group.id().toString(), "label", group.name() + more);
    }
}
