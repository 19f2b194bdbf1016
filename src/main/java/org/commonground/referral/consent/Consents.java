package org.commonground.referral.consent;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.commonground.group.GroupId;

/** Every answer about consent in one referral. What was never asked is not allowed. */
public record Consents(List<Consent> answers) {

    public Consents {
        answers = answers.stream().sorted(Comparator.comparing(Consent::at)).toList();
    }

    /** For every purpose but {@link Purpose#SHARE_WITH_GROUP}, which is asked per group. */
    public boolean allow(Purpose purpose) {
        return newest(purpose, null).map(Consent::given).orElse(false);
    }

    public boolean allowSharingWith(GroupId group) {
        return newest(Purpose.SHARE_WITH_GROUP, group).map(Consent::given).orElse(false);
    }

    /** The newest answer; the group is null for every purpose but {@link Purpose#SHARE_WITH_GROUP}. */
    public Optional<Consent> newest(Purpose purpose, GroupId group) {
        return answers.stream()
                .filter(answer -> answer.purpose() == purpose && Objects.equals(answer.group(), group))
                .reduce((earlier, later) -> later);
    }
}
