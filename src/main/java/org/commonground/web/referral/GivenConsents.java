package org.commonground.web.referral;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.placement.Placement;
import org.commonground.placement.Placements;
import org.commonground.referral.Referral;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Consents;
import org.commonground.referral.consent.Purpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the person agrees to now, and could take back. */
@Component
@Transactional(readOnly = true)
class GivenConsents {

    private final ConsentAnswers consents;
    private final Placements placements;
    private final Groups groups;

    GivenConsents(ConsentAnswers consents, Placements placements, Groups groups) {
        this.consents = consents;
        this.placements = placements;
        this.groups = groups;
    }

    /**
     * One consent.
     *
     * @param value names it in a form: the purpose's word, or the group's id
     * @param words what it is about, after "The person no longer agrees to"
     */
    record Given(String value, Purpose purpose, UUID groupId, String words) implements Serializable {

        GroupId group() {
            return groupId == null ? null : new GroupId(groupId);
        }
    }

    /** In the order of their purposes; consent to be referred only while there is something to end. */
    List<Given> of(Referral referral) {
        Consents agreed = consents.of(referral.id());
        return Stream.of(Purpose.values())
                .flatMap(purpose -> purpose == Purpose.SHARE_WITH_GROUP
                        ? groups(referral, agreed)
                        : Stream.of(purpose)
                                .filter(agreed::allow)
                                .filter(given -> given != Purpose.REFER || referral.isOpen())
                                .map(given -> new Given(given.word(), given, null, ConsentWords.of(given))))
                .toList();
    }

    Optional<Given> find(Referral referral, String value) {
        return of(referral).stream()
                .filter(given -> given.value().equals(value))
                .findFirst();
    }

    private Stream<Given> groups(Referral referral, Consents consents) {
        return placements.of(referral.id()).stream()
                .map(Placement::group)
                .distinct()
                .filter(consents::allowSharingWith)
                .map(group -> new Given(
                        group.toString(),
                        Purpose.SHARE_WITH_GROUP,
                        group.value(),
                        "sharing with " + groups.get(group).name()));
    }
}
