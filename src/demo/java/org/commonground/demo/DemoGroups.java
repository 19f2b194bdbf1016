package org.commonground.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonground.account.NeighbourhoodId;
import org.commonground.group.Group;
import org.commonground.group.Groups;
import org.commonground.group.NewGroup;
import org.springframework.stereotype.Component;

/** The community groups of the demo, as {@code demo/groups.yml} describes them; stories name them by a word. */
@Component
class DemoGroups {

    private final DemoFiles files;
    private final Groups groups;
    private final Map<String, Described> described;

    DemoGroups(DemoFiles files, Groups groups) {
        this.files = files;
        this.groups = groups;
        this.described = files.read("groups", new TypeReference<>() {});
    }

    /**
     * @param organisers the user names of who decides for it
     * @param home the name of the neighbourhood where it is at home
     * @param alsoFor the names of others that may send people
     * @param group the fields of {@link NewGroup}, without neighbourhoods
     */
    record Described(List<String> organisers, String home, List<String> alsoFor, Map<String, Object> group) {

        String name() {
            return group.get("name").toString();
        }
    }

    Stream<NewGroup> all(Map<String, NeighbourhoodId> neighbourhoods) {
        return described.values().stream().map(one -> {
            Map<String, Object> fields = new HashMap<>(one.group());
            fields.put("neighbourhood", neighbourhoods.get(one.home()));
            fields.put(
                    "alsoFor", one.alsoFor().stream().map(neighbourhoods::get).toList());
            return files.as(NewGroup.class, fields);
        });
    }

    /** Two for each group. */
    Stream<DemoPerson> organisers() {
        return described.values().stream()
                .flatMap(one -> one.organisers().stream().map(username -> DemoPerson.organiser(username, one.name())));
    }

    /** The group that stories mean by a word such as {@code garden}. */
    Group named(String word) {
        String name = described.get(word).name();
        return groups.list().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
