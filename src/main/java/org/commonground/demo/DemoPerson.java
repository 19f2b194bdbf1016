package org.commonground.demo;

import java.util.List;
import org.commonground.account.Role;

/**
 * Somebody of the demo neighbourhood who may sign in. All of them are invented.
 *
 * @param team whether they belong to the team of link workers
 * @param group the name of the community group they decide for, or null
 */
record DemoPerson(String username, String name, List<Role> roles, boolean team, String group) {

    static final DemoPerson LINK_WORKER = staff("robin", "Robin Example", true, Role.LINK_WORKER);
    static final DemoPerson LEAD = staff("lesley", "Lesley Example", true, Role.LINK_WORKER, Role.TEAM_LEAD);
    static final DemoPerson PRACTICE_STAFF = staff("pat", "Pat Example", false, Role.PRACTICE_STAFF);
    static final DemoPerson ADMINISTRATOR = staff("admin", "Administrator", false, Role.ADMINISTRATOR);

    static final List<DemoPerson> STAFF = List.of(
            LINK_WORKER,
            staff("sandeep", "Sandeep Example", true, Role.LINK_WORKER),
            LEAD,
            staff("clare", "Clare Example", false, Role.CLINICAL_SUPERVISOR),
            staff("sam", "Sam Example", false, Role.SAFEGUARDING_LEAD),
            staff("dina", "Dina Example", false, Role.SAFEGUARDING_DEPUTY),
            staff("maya", "Maya Example", false, Role.MANAGER));

    private static DemoPerson staff(String username, String name, boolean team, Role... roles) {
        return new DemoPerson(username, name, List.of(roles), team, null);
    }

    static DemoPerson organiser(String username, String name, String group) {
        return new DemoPerson(username, name, List.of(Role.ORGANISER), false, group);
    }

    String mail() {
        return username + "@example.org";
    }

    /** What they are, in words: {@code link worker, team lead}. */
    String does() {
        String roleWords = String.join(
                ", ", roles.stream().map(role -> role.word().replace('-', ' ')).toList());
        return group == null ? roleWords : roleWords + " of " + group;
    }
}
