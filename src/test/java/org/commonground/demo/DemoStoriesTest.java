package org.commonground.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.NeighbourhoodId;
import org.commonground.group.NewGroup;
import org.commonground.platform.personal.NhsNumber;
import org.junit.jupiter.api.Test;

/** What the demo's files must be before anybody plays them: whole, invented, and about people who are there. */
class DemoStoriesTest {

    private final DemoFiles files = new DemoFiles(new ObjectMapper().registerModule(new JavaTimeModule()));
    private final List<DemoStory> stories = Stream.of("stories/elmbrook", "stories/thistlewick")
            .flatMap(file -> files.read(file, new TypeReference<List<DemoStory>>() {}).stream())
            .toList();
    private static final Map<String, NeighbourhoodId> NEIGHBOURHOODS = DemoPractice.ALL.stream()
            .collect(Collectors.toMap(DemoPractice::neighbourhood, practice -> NeighbourhoodId.next()));

    private final DemoGroups groups = new DemoGroups(files, null);

    @Test
    void thirty_referrals_by_two_practices_to_two_teams_and_eight_groups() {
        assertThat(stories).extracting(DemoStory::number).hasSize(30).doesNotHaveDuplicates();
        assertThat(stories.stream().map(DemoStory::from)).containsOnly("Z99901", "Z99902");
        assertThat(DemoPractice.ALL).extracting(DemoPractice::team).hasSize(2).doesNotHaveDuplicates();
        assertThat(groups.all(NEIGHBOURHOODS))
                .hasSize(8)
                .extracting(NewGroup::neighbourhood)
                .doesNotContainNull();
        assertThat(groups.organisers())
                .extracting(DemoPerson::username)
                .hasSize(16)
                .doesNotHaveDuplicates();
    }

    @Test
    void nobody_is_real() {
        List<String> numbers = stories.stream().map(story -> story.who().nhs()).toList();
        assertThat(numbers).allMatch(NhsNumber::isValid).allMatch(number -> number.startsWith("999 "));
        assertThat(numbers.stream().distinct())
                .as("one of them is referred twice")
                .hasSize(29);
        assertThat(stories).allSatisfy(story -> {
            // numbers that Ofcom keeps for drama, addresses that no mail reaches, districts that are none
            assertThat(story.who().phone()).startsWith("01632 960");
            assertThat(story.who().mail()).matches(mail -> mail == null || mail.endsWith("@example.org"));
            assertThat(story.who().address()).containsPattern("ZZ\\d \\dZZ$");
        });
    }

    @Test
    void each_step_is_known_and_taken_by_somebody_of_the_demo() {
        Map<String, Object> answers = files.read("answers", new TypeReference<>() {});
        Set<String> people = Stream.concat(DemoPerson.STAFF.stream(), groups.organisers())
                .map(DemoPerson::username)
                .collect(Collectors.toSet());
        assertThat(stories).allSatisfy(story -> {
            assertThat(people).contains(story.with());
            assertThat(story.told()).allSatisfy(step -> {
                assertThat(step.by() == null || people.contains(step.by())).isTrue();
                assertThat(step.claims() != null || answers.containsKey(step.says()))
                        .as("%s: %s", story.number(), step)
                        .isTrue();
            });
        });
    }
}
