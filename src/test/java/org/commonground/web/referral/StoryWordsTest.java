package org.commonground.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.platform.event.DomainEvent;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

class StoryWordsTest {

    /** Not shown: looks, steps between others that are, and whatever only few may know of. */
    private static final Set<String> LEFT_OUT = Set.of(
            "account-changed",
            "organiser-changed",
            "practice-changed",
            "team-changed",
            "neighbourhood-changed",
            "absence-changed",
            "group-changed",
            "referral-looked-at",
            "people-searched",
            "concern-raised",
            "concern-read",
            "concern-reviewed",
            "concern-brought-to-deputy",
            "mail-undeliverable",
            "mail-mended",
            "message-ceased",
            "group-closed",
            "group-reopened",
            "placement-stopped",
            "place-held",
            "place-taken",
            "place-given-back",
            "person-side-weighed");

    @Test
    void every_event_is_in_words_or_left_out_on_purpose() {
        ClassPathScanningCandidateComponentProvider events = new ClassPathScanningCandidateComponentProvider(false);
        events.addIncludeFilter(new AssignableTypeFilter(DomainEvent.class));
        Set<String> kinds = events.findCandidateComponents("org.commonground").stream()
                .filter(event -> !String.valueOf(event.getResourceDescription()).contains("test-classes"))
                .map(event -> ClassUtils.getShortName(event.getBeanClassName()))
                .map(name -> name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase())
                .filter(kind -> !LEFT_OUT.contains(kind))
                .collect(Collectors.toSet());
        assertThat(StoryWords.kinds()).containsExactlyInAnyOrderElementsOf(kinds);
    }
}
