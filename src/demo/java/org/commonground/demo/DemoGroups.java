package org.commonground.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonground.group.Group;
import org.commonground.group.Groups;
import org.commonground.group.NewGroup;
import org.springframework.stereotype.Component;

/** The community groups of the demo, as {@code demo/groups.yml} describes them; stories name them by a word. */
@Component
class DemoGroups {

    private final Groups groups;
    private final Map<String, Described> described;

    DemoGroups(DemoFiles files, Groups groups) {
        this.groups = groups;
        this.described = files.read("groups", new TypeReference<>() {});
    }

    /** @param organisers the user names of who decides for it */
    record Described(List<String> organisers, NewGroup group) {}

    Stream<NewGroup> all() {
        return described.values().stream().map(Described::group);
    }

    /** Two for each group. */
    Stream<DemoPerson> organisers() {
        return described.values().stream()
                .flatMap(one -> one.organisers().stream()
                        .map(username ->
                                DemoPerson.organiser(username, one.group().name())));
    }

    /** The group that stories mean by a word such as {@code garden}. */
    Group named(String word) {
        String name = described.get(word).group().name();
        return groups.list().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
