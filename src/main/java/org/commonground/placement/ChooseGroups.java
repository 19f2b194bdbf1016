package org.commonground.placement;

import jakarta.validation.constraints.NotNull;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.referral.GivenBy;

/**
 * What the person and their link worker choose together.
 *
 * @param choice whether groups are tried, or none suits
 * @param groups the groups to try
 * @param shareWith the groups the person agrees that we share with: the same ones
 * @param consentBy who gave that consent
 * @param noGroupReason where no group suits, why
 */
public record ChooseGroups(
        @NotNull(message = "Say whether there are groups to try")
        Choice choice,

        List<UUID> groups,
        List<UUID> shareWith,
        GivenBy consentBy,

        @Written(upTo = 200) PersonName consentDecidedBy,

        @Written(upTo = 1000) Narrative consentGrounds,

        NoGroupReason noGroupReason,

        @Written(upTo = 2000) Narrative noGroupNote) {

    public ChooseGroups {
        groups = groups == null ? List.of() : List.copyOf(groups);
        shareWith = shareWith == null ? List.of() : List.copyOf(shareWith);
    }

    /** Refuses answers that do not fit together. */
    void requireWhole() {
        boolean trying = choice == Choice.TRY;
        Set<UUID> chosen = new HashSet<>(groups);
        Set<UUID> shared = new HashSet<>(shareWith);
        Answers answers = new Answers()
                .need(!trying || !groups.isEmpty(), "groups", "Choose at least one group")
                .need(!trying || chosen.size() == groups.size(), "groups", "Choose each group once")
                .need(
                        !trying || shared.containsAll(chosen),
                        "shareWith",
                        "A group can be asked only if the person agrees that we share with it: tick it here too, or take it"
                                + " out above")
                .need(!trying || chosen.containsAll(shared), "shareWith", "Tick only groups that are chosen above")
                .need(trying || noGroupReason != null, "noGroupReason", "Say why no group suits")
                .needSaid(
                        !trying && noGroupReason == NoGroupReason.OTHER,
                        noGroupNote,
                        "noGroupNote",
                        "Say what the other reason is");
        Consenting.require(answers, trying, consentBy, consentDecidedBy, consentGrounds);
        answers.refuseIfWrong();
    }
}
