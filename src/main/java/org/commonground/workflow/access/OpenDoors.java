package org.commonground.workflow.access;

import static org.commonground.workflow.access.OpenDoors.Who.ADMINISTRATORS;
import static org.commonground.workflow.access.OpenDoors.Who.COCKPIT;
import static org.commonground.workflow.access.OpenDoors.Who.EVERYBODY;
import static org.commonground.workflow.access.OpenDoors.Who.TASKS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.account.Role;

/**
 * Every method and path of the engine's API that somebody may use, and who. It is the list of what Tasklist and Cockpit
 * ask for in daily work, found by using them; the engine's authorisations and the task port decide which rows come back.
 *
 * <p>In a path, {@code *} is an id and {@code **} at the end is one segment or more.
 */
final class OpenDoors {

    /** Who may go through a door. */
    enum Who {
        /** Everybody but a practice's people, who have pages of their own. */
        EVERYBODY(EnumSet.complementOf(EnumSet.of(Role.PRACTICE_STAFF))),
        /** Whoever may have a task: all but managers, who look at numbers and never at people. */
        TASKS(EnumSet.complementOf(EnumSet.of(Role.MANAGER, Role.PRACTICE_STAFF))),
        COCKPIT(EnumSet.of(Role.MANAGER, Role.ADMINISTRATOR)),
        ADMINISTRATORS(EnumSet.of(Role.ADMINISTRATOR));

        private final Set<Role> roles;

        Who(Set<Role> roles) {
            this.roles = roles;
        }

        private boolean includes(Actor.SignedIn person) {
            return person.roles().stream().anyMatch(roles::contains);
        }
    }

    static final List<Door> DOORS = List.of(
            // the shell of each web application, and signing out
            door(EVERYBODY, "GET", "engine/engine"),
            door(EVERYBODY, "GET", "admin/auth/user/default"),
            door(EVERYBODY, "POST", "admin/auth/user/default/logout"),
            door(EVERYBODY, "GET", "*/plugin/*/static/**"),
            door(EVERYBODY, "GET", engine("version")),
            door(EVERYBODY, "GET", engine("authorization/check")),
            door(EVERYBODY, "GET", engine("identity/groups")),
            door(EVERYBODY, "GET", engine("user/*/profile")),
            // Tasklist: lists
            door(TASKS, "GET", engine("filter")),
            door(TASKS, "GET", engine("filter/count")),
            door(TASKS, "GET", engine("filter/*")),
            door(TASKS, "OPTIONS", engine("filter")),
            door(TASKS, "OPTIONS", engine("filter/*")),
            door(TASKS, "GET", engine("filter/*/list")),
            door(TASKS, "POST", engine("filter/*/list")),
            door(TASKS, "GET", engine("filter/*/count")),
            door(TASKS, "POST", engine("filter/*/count")),
            door(TASKS, "GET", engine("task")),
            door(TASKS, "POST", engine("task")),
            door(TASKS, "GET", engine("task/count")),
            door(TASKS, "POST", engine("task/count")),
            // Tasklist: one task, its form and its model
            door(TASKS, "GET", engine("task/*")),
            door(TASKS, "GET", engine("task/*/form")),
            door(TASKS, "GET", engine("task/*/deployed-form")),
            door(TASKS, "GET", engine("task/*/form-variables")),
            door(TASKS, "GET", engine("task/*/identity-links")),
            door(TASKS, "GET", engine("task/*/comment")),
            door(TASKS, "POST", engine("task/*/claim")),
            door(TASKS, "POST", engine("task/*/unclaim")),
            door(TASKS, "POST", engine("task/*/submit-form")),
            door(EVERYBODY, "GET", engine("process-definition")),
            door(EVERYBODY, "GET", engine("process-definition/*")),
            door(EVERYBODY, "GET", engine("process-definition/*/xml")),
            // Cockpit: reading
            door(COCKPIT, "GET", engine("process-definition/**")),
            door(COCKPIT, "GET", engine("process-instance/**")),
            door(COCKPIT, "POST", engine("process-instance")),
            door(COCKPIT, "POST", engine("process-instance/count")),
            door(COCKPIT, "GET", engine("execution/**")),
            door(COCKPIT, "GET", engine("variable-instance/**")),
            door(COCKPIT, "POST", engine("variable-instance")),
            door(COCKPIT, "POST", engine("variable-instance/count")),
            door(COCKPIT, "GET", engine("incident")),
            door(COCKPIT, "GET", engine("incident/**")),
            door(COCKPIT, "GET", engine("job")),
            door(COCKPIT, "GET", engine("job/**")),
            door(COCKPIT, "POST", engine("job")),
            door(COCKPIT, "POST", engine("job/count")),
            door(COCKPIT, "GET", engine("job-definition")),
            door(COCKPIT, "GET", engine("job-definition/**")),
            door(COCKPIT, "POST", engine("job-definition")),
            door(COCKPIT, "POST", engine("job-definition/count")),
            door(COCKPIT, "GET", engine("external-task")),
            door(COCKPIT, "GET", engine("external-task/count")),
            door(COCKPIT, "POST", engine("external-task")),
            door(COCKPIT, "POST", engine("external-task/count")),
            door(COCKPIT, "GET", engine("deployment")),
            door(COCKPIT, "GET", engine("deployment/**")),
            door(COCKPIT, "GET", engine("decision-definition")),
            door(COCKPIT, "GET", engine("decision-definition/**")),
            door(COCKPIT, "GET", engine("decision-requirements-definition")),
            door(COCKPIT, "GET", engine("decision-requirements-definition/**")),
            door(COCKPIT, "GET", engine("case-definition")),
            door(COCKPIT, "GET", engine("case-definition/count")),
            door(COCKPIT, "GET", engine("batch")),
            door(COCKPIT, "GET", engine("batch/**")),
            door(COCKPIT, "GET", engine("task")),
            door(COCKPIT, "POST", engine("task")),
            door(COCKPIT, "GET", engine("task/count")),
            door(COCKPIT, "POST", engine("task/count")),
            door(COCKPIT, "GET", "cockpit/plugin/base/default/**"),
            door(COCKPIT, "POST", "cockpit/plugin/base/default/process-definition/*/called-process-definitions"),
            door(COCKPIT, "POST", "cockpit/plugin/base/default/process-instance"),
            door(COCKPIT, "POST", "cockpit/plugin/base/default/process-instance/count"),
            door(COCKPIT, "POST", "cockpit/plugin/base/default/process-instance/*/called-process-instances"),
            door(COCKPIT, "POST", "cockpit/plugin/base/default/incident"),
            door(COCKPIT, "POST", "cockpit/plugin/base/default/incident/count"),
            // an administrator has a failed job tried again, and looks at who there is
            door(ADMINISTRATORS, "PUT", engine("job/*/retries")),
            door(ADMINISTRATORS, "GET", engine("user")),
            door(ADMINISTRATORS, "GET", engine("user/count")),
            door(ADMINISTRATORS, "OPTIONS", engine("user")),
            door(ADMINISTRATORS, "OPTIONS", engine("user/*")),
            door(ADMINISTRATORS, "GET", engine("group")),
            door(ADMINISTRATORS, "GET", engine("group/**")),
            door(ADMINISTRATORS, "POST", engine("group")),
            door(ADMINISTRATORS, "POST", engine("group/count")),
            door(ADMINISTRATORS, "OPTIONS", engine("group")),
            door(ADMINISTRATORS, "OPTIONS", engine("group/*")),
            door(ADMINISTRATORS, "GET", engine("identity/password-policy")),
            door(ADMINISTRATORS, "GET", engine("authorization")),
            door(ADMINISTRATORS, "GET", engine("authorization/**")),
            door(ADMINISTRATORS, "GET", engine("tenant")),
            door(ADMINISTRATORS, "GET", engine("tenant/count")),
            door(ADMINISTRATORS, "OPTIONS", engine("tenant")),
            door(ADMINISTRATORS, "GET", engine("metrics/**")));

    private OpenDoors() {}

    /** What the engine answers in an id's place with figures of everybody's. */
    private static final Set<String> FIGURES = Set.of("statistics", "count", "report");

    /** Refuses what no door is open for. */
    static void require(String method, List<String> path, Actor.SignedIn person) {
        boolean open = person != null
                && DOORS.stream()
                        .anyMatch(door ->
                                door.method().equals(method) && door.who().includes(person) && door.leadsTo(path));
        if (!open) {
            throw RefusedByWall.notAllowed();
        }
    }

    private static String engine(String path) {
        return "engine/engine/default/" + path;
    }

    private static Door door(Who who, String method, String path) {
        return new Door(who, method, Arrays.asList(path.split("/")));
    }

    record Door(Who who, String method, List<String> pattern) {

        boolean leadsTo(List<String> path) {
            boolean deep = pattern.get(pattern.size() - 1).equals("**");
            int fixed = deep ? pattern.size() - 1 : pattern.size();
            if (deep ? path.size() <= fixed : path.size() != fixed) {
                return false;
            }
            for (int i = 0; i < fixed; i++) {
                if (!isAt(pattern.get(i), path.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isAt(String pattern, String segment) {
            return pattern.equals("*") ? !FIGURES.contains(segment) : pattern.equals(segment);
        }
    }
}
