package org.commonground.benchmark;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of a few teams, each signed in once; other teams with each run, so that data can be measured several times. */
final class Callers {

    /** Of how many teams people sign in. */
    private static final int TEAMS = 8;

    private final int port;
    private final JdbcClient jdbc;
    private final List<UUID> teams;
    private final Map<String, Visitor> signedIn = new HashMap<>();

    Callers(int port, JdbcClient jdbc) {
        this.port = port;
        this.jdbc = jdbc;
        this.teams = jdbc.sql("select id from team where lead is not null order by random() limit :teams")
                .param("teams", TEAMS)
                .query(UUID.class)
                .list();
    }

    /** Somebody who signs in. */
    record Who(String id, String username) {}

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Whose people call. */
    UUID[] teams() {
        return teams.toArray(UUID[]::new);
    }

    List<Who> linkWorkers(int most) {
        return jdbc.sql("""
                        select account.id::text, username from account
                        join account_role on account_role.account_id = account.id and role = 'link-worker'
                        join account_team on account_team.account_id = account.id and team_id = any(:teams)
                        order by random() limit :most""")
                .param("teams", teams())
                .param("most", most)
                .query(Who.class)
                .list();
    }

    /** A browser in which somebody is signed in. */
    Visitor visitor(Who who) {
        return signedIn.computeIfAbsent(who.id(), id -> {
            Visitor visitor = stranger();
            signIn(visitor, who);
            return visitor;
        });
    }

    /** A browser in which nobody is signed in yet. */
    Visitor stranger() {
        return new Visitor(port);
    }

    static HttpResponse<String> signIn(Visitor visitor, Who who) {
        HttpResponse<String> answer = visitor.signIn(who.username(), People.PASSWORD);
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("sign-in")) {
            throw new IllegalStateException("not signed in: " + who.username());
        }
        return answer;
    }

    /** @throws IllegalStateException unless the answer is what was asked for */
    static HttpResponse<String> ok(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    answer.request().method() + " " + answer.uri() + " answered " + answer.statusCode() + ": "
                            + answer.body().lines().limit(5).collect(Collectors.joining(" ")));
        }
        return answer;
    }
}
