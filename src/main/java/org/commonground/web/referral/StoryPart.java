package org.commonground.web.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.platform.event.Recorded;
import org.commonground.platform.event.Story;
import org.commonground.platform.time.InWords;
import org.commonground.referral.Referral;
import org.commonground.web.referral.ReferralPage.Moment;
import org.springframework.stereotype.Component;

/** The newest of what has happened in a referral, in words. */
@Component
class StoryPart {

    /** How much of the story a page shows. */
    private static final int NEWEST = 50;

    private final Story story;
    private final Groups groups;

    StoryPart(Story story, Groups groups) {
        this.story = story;
        this.groups = groups;
    }

    /** @param names the group's name for each placement, by the placement's id */
    List<Moment> of(Referral referral, Map<UUID, String> names) {
        return story.of(referral.id().value(), StoryWords.kinds(), NEWEST).stream()
                .map(event -> new Moment(InWords.stamp(event.at()), StoryWords.of(event, groupOf(event, names))))
                .toList();
    }

    /** The group of a placement, or the group itself where the event is about one. */
    private Optional<String> groupOf(Recorded event, Map<UUID, String> names) {
        return StoryWords.isAboutGroup(event)
                ? groups.find(new GroupId(event.subject())).map(Group::name)
                : Optional.ofNullable(names.get(event.subject()));
    }
}
