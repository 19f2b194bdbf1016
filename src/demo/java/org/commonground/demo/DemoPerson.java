package org.commonground.demo;

import java.util.List;
import java.util.stream.Stream;
import org.commonground.account.Role;
import org.springframework.util.StringUtils;

/**
 * Somebody of the demo who may sign in. All of them are invented; each is called Example.
 *
 * @param where the name of the neighbourhood their posts are of; null where they are of all
 * @param team the name of the team of link workers they work in, or null
 * @param group the name of the community group they decide for, or null
 * @param practice the ODS code of the practice they work at, or null
 */
record DemoPerson(String username, List<Role> roles, String where, String team, String group, String practice) {

    static final String ELMBROOK = "Elmbrook link workers";
    static final String THISTLEWICK = "Thistlewick link workers";

    static final DemoPerson ADMINISTRATOR = staff("admin", null, Role.ADMINISTRATOR);

    /** Everybody but organisers and the people of practices. */
    static final List<DemoPerson> STAFF = List.of(
            staff("robin", ELMBROOK, Role.LINK_WORKER),
            staff("sandeep", ELMBROOK, Role.LINK_WORKER),
            staff("lesley", ELMBROOK, Role.LINK_WORKER, Role.TEAM_LEAD),
            staff("tamsin", THISTLEWICK, Role.LINK_WORKER),
            staff("toby", THISTLEWICK, Role.LINK_WORKER),
            staff("thora", THISTLEWICK, Role.LINK_WORKER, Role.TEAM_LEAD),
            staff("clare", null, Role.CLINICAL_SUPERVISOR),
            staff("callum", null, Role.CLINICAL_DEPUTY),
            staff("sam", null, Role.SAFEGUARDING_LEAD),
            staff("dina", null, Role.SAFEGUARDING_DEPUTY),
            manager("maya", "Elmbrook"),
            manager("milo", "Thistlewick"));

    private static DemoPerson staff(String username, String team, Role... roles) {
        return new DemoPerson(username, List.of(roles), null, team, null, null);
    }

    private static DemoPerson manager(String username, String where) {
        return new DemoPerson(username, List.of(Role.MANAGER), where, null, null, null);
    }

    static DemoPerson organiser(String username, String group) {
        return new DemoPerson(username, List.of(Role.ORGANISER), null, null, group, null);
    }

    static DemoPerson atPractice(String username, String practice) {
        return new DemoPerson(username, List.of(Role.PRACTICE_STAFF), null, null, null, practice);
    }

    /** As everybody reads it: {@code Robin Example}. */
    String name() {
        return this == ADMINISTRATOR ? "Administrator" : StringUtils.capitalize(username) + " Example";
    }

    String mail() {
        return username + "@example.org";
    }

    /** What they are, in words: {@code link worker, team lead in Elmbrook}. */
    String does() {
        String words = String.join(
                ", ", roles.stream().map(role -> role.word().replace('-', ' ')).toList());
        return Stream.of(
                        words,
                        where == null ? null : "in " + where,
                        team == null ? null : "in " + team.substring(0, team.indexOf(' ')),
                        group == null ? null : "of " + group,
                        practice == null ? null : "at " + practice)
                .filter(part -> part != null)
                .reduce((all, part) -> all + " " + part)
                .orElseThrow();
    }
}
