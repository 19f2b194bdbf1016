package org.commonground.web.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.KeepOrganiser;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Organiser;
import org.commonground.account.Organisers;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.group.NewGroup;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.web.setup.Table.Line;

/** The groups of one upload, each with its organisers. */
final class GroupLines {

    private final Groups groups;
    private final Organisers organisers;
    private final Accounts accounts;
    private final SetupNames names;
    private final SetupOutcome outcome;
    private final Actor.SignedIn actor;

    GroupLines(
            Groups groups,
            Organisers organisers,
            Accounts accounts,
            SetupNames names,
            SetupOutcome outcome,
            Actor.SignedIn actor) {
        this.groups = groups;
        this.organisers = organisers;
        this.accounts = accounts;
        this.names = names;
        this.outcome = outcome;
        this.actor = actor;
    }

    void keep(Line line) {
        String name = Cells.of(line, "name");
        List<Group> known = groups.named(name);
        if (known.size() > 1) {
            throw Refusal.invalid("name", "There are several groups with this name: change them on their pages");
        }
        Map<String, String> now =
                known.isEmpty() ? new LinkedHashMap<>() : GroupFacts.written(NewGroup.of(known.get(0)));
        Problems problems = new Problems();
        Map<String, String> wanted = ids(Cells.over(now, line), line, problems);
        NewGroup facts = GroupFacts.read(wanted::get, problems);
        problems.refuseIfWrong();
        GroupId id;
        if (known.isEmpty()) {
            id = groups.create(facts, actor);
        } else {
            id = known.get(0).id();
            groups.change(id, facts, actor);
        }
        Map<String, String> written = GroupFacts.written(facts);
        List<String> columns = new ArrayList<>(Cells.differing(now, written));
        for (int n = 1; n <= 2; n++) {
            organiser(id, line, "organiser_" + n, columns);
        }
        outcome.note(SetupFile.GROUPS, known.isEmpty(), facts.name(), columns);
    }

    /** The same cells, the neighbourhoods that the line names by their ids. */
    private Map<String, String> ids(Map<String, String> wanted, Line line, Problems problems) {
        Map<String, String> ids = new LinkedHashMap<>(wanted);
        String name = Cells.of(line, "neighbourhood");
        if (name != null || wanted.get("neighbourhood") == null) {
            ids.put("neighbourhood", text(names.neighbourhood(name, "neighbourhood", problems)));
        }
        Optional.ofNullable(Cells.of(line, "also_for"))
                .ifPresent(several -> ids.put(
                        "also_for",
                        names.neighbourhoods(several, "also_for", problems).stream()
                                .map(NeighbourhoodId::toString)
                                .sorted()
                                .collect(Collectors.joining("; "))));
        return ids;
    }

    private static String text(NeighbourhoodId id) {
        return id == null ? null : id.toString();
    }

    /**
     * Somebody who decides for the group already is kept; nobody is taken away. Who has no username is known again by
     * their name.
     */
    private void organiser(GroupId group, Line line, String who, List<String> columns) {
        String username = Cells.of(line, who + "_username");
        if (username == null && Cells.of(line, who + "_name") == null) {
            return;
        }
        try {
            if (username == null) {
                withoutAccount(group.value(), line, who, columns);
            } else {
                withAccount(group.value(), username, line, who, columns);
            }
        } catch (Refusal refusal) {
            new Problems().addAll(refusal.fields(), field -> who + "_" + field).refuseIfWrong();
            throw Refusal.invalid(who + "_username", refusal.getMessage());
        }
    }

    private void withAccount(UUID group, String username, Line line, String who, List<String> columns) {
        Optional<Account> account = accounts.byUsername(username);
        if (account.isPresent() && !account.get().groups().contains(group)) {
            organisers.join(group, account.get().id(), actor);
            columns.add(who + "_username");
        }
        keep(
                group,
                account.flatMap(known ->
                        of(group, organiser -> organiser.account().equals(Optional.of(known.id())))),
                line,
                who,
                columns);
    }

    private void withoutAccount(UUID group, Line line, String who, List<String> columns) {
        String name = Cells.of(line, who + "_name");
        keep(group, of(group, organiser -> organiser.name().text().equalsIgnoreCase(name)), line, who, columns);
    }

    private Optional<Organiser> of(UUID group, Predicate<Organiser> which) {
        return organisers.of(group).stream().filter(which).findFirst();
    }

    private void keep(UUID group, Optional<Organiser> known, Line line, String who, List<String> columns) {
        Map<String, String> now = new LinkedHashMap<>();
        known.ifPresent(organiser -> {
            now.put("name", text(organiser.name()));
            now.put("mail", text(organiser.mail()));
            now.put("phone", text(organiser.phone()));
        });
        Map<String, String> wanted = new LinkedHashMap<>(now);
        for (String cell : List.of("username", "name", "mail", "phone")) {
            Optional.ofNullable(Cells.of(line, who + "_" + cell)).ifPresent(value -> wanted.put(cell, value));
        }
        KeepOrganiser command = Cells.command(KeepOrganiser.class, wanted, Map.of(), new Problems());
        (known.isPresent()
                        ? organisers.change(known.get().id(), command, actor)
                        : organisers.add(group, command, actor))
                .ifPresent(issued -> {
                    outcome.issued(issued.username(), issued.password());
                    columns.add(who + "_username");
                });
        if (known.isEmpty() && command.username() == null) {
            columns.add(who + "_name");
        }
        now.forEach((cell, value) -> {
            if (!Objects.equals(value, wanted.get(cell))) {
                columns.add(who + "_" + cell);
            }
        });
    }

    private static String text(Personal value) {
        return value == null ? null : value.text();
    }
}
