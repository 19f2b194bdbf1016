package org.commonground.placement.choice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonground.conversation.signpost.Signpost;
import org.commonground.placement.ConsentGiven;
import org.commonground.platform.Flat;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * What the person and their link worker choose together.
 *
 * @param choice whether groups are tried, none suits, or they were signposted
 * @param groups the groups to try
 * @param shareWith the groups the person agrees that we share with: the same ones
 * @param consent who gave that consent
 * @param noGroupReason where no group suits, why
 * @param noGroupNote what was missing, in words
 * @param wouldWait whether the person would wait where a group has no place for them
 * @param next groups the person would like after these: the next choice starts from them
 * @param notThere every group the person does not want to go to
 * @param overrideReason why a group is chosen that does not match, or fits less well than another; else null
 */
public record ChooseGroups(
        @NotNull(message = "Say whether there are groups to try")
        Choice choice,

        List<UUID> groups,
        List<UUID> shareWith,
        @Flat @Valid ConsentGiven consent,
        NoGroupReason noGroupReason,

        @Written(upTo = 2000) Narrative noGroupNote,

        Boolean wouldWait,
        List<UUID> next,
        List<UUID> notThere,
        OverrideReason overrideReason,

        @Written(upTo = 1000) Narrative overrideNote,

        @Flat @Valid Signpost signpost) {

    public ChooseGroups {
        groups = groups == null ? List.of() : List.copyOf(groups);
        shareWith = shareWith == null ? List.of() : List.copyOf(shareWith);
        next = next == null ? List.of() : next.stream().distinct().toList();
        consent = consent == null ? ConsentGiven.BY_NOBODY : consent;
        signpost = signpost == null ? Signpost.NOWHERE : signpost;
        notThere = notThere == null ? List.of() : notThere.stream().distinct().toList();
    }

    /** Refuses answers that do not fit together. */
    public void requireWhole() {
        boolean trying = choice == Choice.TRY;
        boolean none = choice == Choice.NO_SUITABLE_GROUP;
        Set<UUID> chosen = new HashSet<>(groups);
        Set<UUID> shared = new HashSet<>(shareWith);
        Problems answers = new Problems()
                .need(!trying || !groups.isEmpty(), "groups", "Choose at least one group")
                .need(!trying || chosen.size() == groups.size(), "groups", "Choose each group once")
                .need(
                        !trying || shared.containsAll(chosen),
                        "shareWith",
                        "A group can be asked only if the person agrees that we share with it: tick it here too, or take it"
                                + " out above")
                .need(!trying || chosen.containsAll(shared), "shareWith", "Tick only groups that are chosen above")
                .need(
                        !trying || notThere.stream().noneMatch(chosen::contains),
                        "notThere",
                        "A group the person does not want to go to cannot be chosen: take it out here, or above")
                .needSaid(
                        trying && overrideReason == OverrideReason.OTHER,
                        overrideNote,
                        "overrideNote",
                        "Say what the other reason is")
                .need(!none || noGroupReason != null, "noGroupReason", "Say why no group suits")
                .needSaid(none, noGroupNote, "noGroupNote", "Say in a few words what was missing");
        consent.require(trying, answers);
        if (choice == Choice.SIGNPOSTED) {
            signpost.check(answers);
        }
        answers.refuseIfWrong();
    }
}
