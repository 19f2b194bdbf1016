package org.commonground.web.setup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.IssuedPassword;
import org.commonground.account.KeepOrganiser;
import org.commonground.account.NeighbourhoodId;
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
        List<Group> known = groups.list().stream()
                .filter(group -> group.name().equalsIgnoreCase(name))
                .toList();
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

    /** Somebody who decides for the group already is kept; nobody is taken away. */
    private void organiser(GroupId group, Line line, String who, List<String> columns) {
        String username = Cells.of(line, who + "_username");
        if (username == null) {
            return;
        }
        Optional<Account> known = accounts.byUsername(username);
        Map<String, String> wanted = new HashMap<>();
        wanted.put("username", username);
        wanted.put(
                "name",
                Optional.ofNullable(Cells.of(line, who + "_name"))
                        .orElse(known.map(Account::displayName)
                                .map(Personal::text)
                                .orElse(null)));
        wanted.put(
                "mail",
                Optional.ofNullable(Cells.of(line, who + "_mail"))
                        .orElse(known.map(Account::mail).map(Personal::text).orElse(null)));
        try {
            KeepOrganiser command = Cells.command(KeepOrganiser.class, wanted, Map.of(), new Problems());
            if (known.isEmpty()) {
                IssuedPassword issued = organisers.open(group.value(), command, actor);
                outcome.issued(issued.username(), issued.password());
                columns.add(who + "_username");
                return;
            }
            Account account = known.get();
            if (!account.groups().contains(group.value())) {
                organisers.join(group.value(), account.id(), actor);
                columns.add(who + "_username");
            }
            organisers.change(account.id(), command, actor);
            if (!command.name().equals(account.displayName())) {
                columns.add(who + "_name");
            }
            if (!command.mail().equals(account.mail())) {
                columns.add(who + "_mail");
            }
        } catch (Refusal refusal) {
            new Problems().addAll(refusal.fields(), field -> who + "_" + field).refuseIfWrong();
            throw Refusal.invalid(who + "_username", refusal.getMessage());
        }
    }
}
