package org.commonground.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.platform.Ids;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Keys;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.personal.Unopened;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code account}, {@code account_role}, {@code account_post} and {@code account_team}. */
@Repository
public class AccountRepository {

    /** One statement reads an account whole; roles, teams and groups come as comma-separated text. */
    private static final String SELECT = """
            select a.id, a.username, a.display_name, a.mail, a.active,
                   a.password_is_temporary,
                   left(encode(sha256(convert_to(a.password_hash, 'UTF8')), 'hex'), 16) as password_mark,
                   (select string_agg(r.role, ',') from account_role r where r.account_id = a.id) as roles,
                   (select string_agg(p.post || '/' || p.neighbourhood_id, ',') from account_post p
                    where p.account_id = a.id and p.until is null) as posts,
                   (select string_agg(t.team_id::text, ',') from account_team t where t.account_id = a.id) as teams,
                   (select string_agg(g.group_id::text, ',') from organiser o
                    join organiser_group g on g.organiser_id = o.id where o.account_id = a.id) as groups
            from account a
            """;

    private final JdbcClient jdbc;
    private final Keys keys;

    AccountRepository(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    void insert(AccountId id, NewAccount account, String passwordHash, boolean temporary, Instant at) {
        SubjectKey key = keys.make(id.value());
        jdbc.sql("""
                        insert into account (id, username, display_name, mail, password_hash,
                            password_is_temporary)
                        values (:id, :username, :name, :mail, :hash, :temporary)""")
                .param("id", id.value())
                .param("username", account.username())
                .param("name", PersonalCodec.seal(key, account.displayName()))
                .param("mail", PersonalCodec.seal(key, account.mail()))
                .param("hash", passwordHash)
                .param("temporary", temporary)
                .update();
        account.roles().forEach(role -> giveRole(id, role));
        account.posts().forEach(post -> givePost(id, post, at));
        account.teams().forEach(team -> joinTeam(id, team));
    }

    void joinTeam(AccountId id, TeamId team) {
        jdbc.sql("insert into account_team (account_id, team_id) values (:id, :team) on conflict do nothing")
                .param("id", id.value())
                .param("team", team.value())
                .update();
    }

    void giveRole(AccountId id, Role role) {
        jdbc.sql("insert into account_role (account_id, role) values (:id, :role) on conflict do nothing")
                .param("id", id.value())
                .param("role", role.word())
                .update();
    }

    void takeRole(AccountId id, Role role) {
        jdbc.sql("delete from account_role where account_id = :id and role = :role")
                .param("id", id.value())
                .param("role", role.word())
                .update();
    }

    /** Where they hold it already nothing happens. */
    void givePost(AccountId id, Post post, Instant at) {
        jdbc.sql("""
                        insert into account_post (id, account_id, post, neighbourhood_id, since)
                        values (:row, :id, :post, :neighbourhood, :at)
                        on conflict (account_id, post, neighbourhood_id) where until is null do nothing""")
                .param("row", Ids.next())
                .param("id", id.value())
                .param("post", post.role().word())
                .param("neighbourhood", post.neighbourhood().value())
                .param("at", Sql.timestamp(at))
                .update();
    }

    /** What was held stays on record. */
    void endPost(AccountId id, Post post, Instant at) {
        jdbc.sql("""
                        update account_post set until = greatest(since, :at)
                        where account_id = :id and post = :post and neighbourhood_id = :neighbourhood and until is null""")
                .param("at", Sql.timestamp(at))
                .param("id", id.value())
                .param("post", post.role().word())
                .param("neighbourhood", post.neighbourhood().value())
                .update();
    }

    void endPosts(AccountId id, Instant at) {
        jdbc.sql("update account_post set until = greatest(since, :at) where account_id = :id and until is null")
                .param("at", Sql.timestamp(at))
                .param("id", id.value())
                .update();
    }

    void leaveTeam(AccountId id, TeamId team) {
        jdbc.sql("delete from account_team where account_id = :id and team_id = :team")
                .param("id", id.value())
                .param("team", team.value())
                .update();
    }

    /** As {@link #lockHolders(Set)}, of posts. */
    void lockHoldersOf(Set<Post> posts) {
        posts.stream()
                .sorted()
                .forEach(post -> jdbc.sql("""
                        select 1 from account_post
                        where post = :post and neighbourhood_id = :neighbourhood and until is null
                        order by account_id for update""")
                        .param("post", post.role().word())
                        .param("neighbourhood", post.neighbourhood().value())
                        .query(Integer.class)
                        .list());
    }

    void lock(AccountId id) {
        jdbc.sql("select 1 from account where id = :id for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    /** Waits for whoever else changes the holders of these roles, so that two cannot both leave as the last but one. */
    void lockHolders(Set<Role> roles) {
        if (!roles.isEmpty()) {
            jdbc.sql("select 1 from account_role where role in (:roles) order by role, account_id for update")
                    .param("roles", roles.stream().map(Role::word).toList())
                    .query(Integer.class)
                    .list();
        }
    }

    void changePassword(AccountId id, String hash, boolean temporary) {
        jdbc.sql("update account set password_hash = :hash, password_is_temporary = :temporary where id = :id")
                .param("hash", hash)
                .param("temporary", temporary)
                .param("id", id.value())
                .update();
    }

    void changeName(AccountId id, PersonName name) {
        jdbc.sql("update account set display_name = :name where id = :id")
                .param("name", PersonalCodec.seal(keys.of(id.value()), name))
                .param("id", id.value())
                .update();
    }

    boolean close(AccountId id) {
        return jdbc.sql("update account set active = false where id = :id and active")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean changeMail(AccountId id, MailAddress mail) {
        return jdbc.sql("select 1 from account where id = :id for update")
                        .param("id", id.value())
                        .query(Integer.class)
                        .optional()
                        .isPresent()
                && jdbc.sql("update account set mail = :mail where id = :id")
                                .param("mail", PersonalCodec.seal(keys.of(id.value()), mail))
                                .param("id", id.value())
                                .update()
                        == 1;
    }

    Optional<Account> find(AccountId id) {
        return query("where a.id = :id", Map.of("id", id.value())).findFirst();
    }

    Optional<Account> byUsername(String username) {
        return username == null
                ? Optional.empty()
                : query("where a.username = :username", Map.of("username", username))
                        .findFirst();
    }

    List<Account> active() {
        return query("where a.active", Map.of()).toList();
    }

    List<Account> withRole(Role role) {
        return query(
                        "where a.active and a.id in (select account_id from account_role where role = :role)",
                        Map.of("role", role.word()))
                .toList();
    }

    List<Account> holding(Post post) {
        return query(
                        """
                        where a.active and a.id in (
                            select p.account_id from account_post p
                            where p.post = :post and p.neighbourhood_id = :neighbourhood and p.until is null)""",
                        Map.of(
                                "post",
                                post.role().word(),
                                "neighbourhood",
                                post.neighbourhood().value()))
                .toList();
    }

    List<Account> holdingAnywhere(Role post) {
        return query("""
                        where a.active and a.id in (
                            select p.account_id from account_post p where p.post = :post and p.until is null)""", Map.of("post", post.word())).toList();
    }

    List<Account> inTeam(TeamId team) {
        return query(
                        "where a.active and a.id in (select account_id from account_team where team_id = :team)",
                        Map.of("team", team.value()))
                .toList();
    }

    String passwordHash(AccountId id) {
        return jdbc.sql("select password_hash from account where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private Stream<Account> query(String where, Map<String, ?> params) {
        return keys
                .open(jdbc.sql(SELECT + where + " order by a.id")
                        .params(new LinkedHashMap<>(params))
                        .query((row, n) -> account(row))
                        .list())
                .stream();
    }

    private static Unopened<Account> account(ResultSet row) throws SQLException {
        AccountId id = new AccountId(Sql.uuid(row, "id"));
        String username = row.getString("username");
        byte[] name = row.getBytes("display_name");
        byte[] mail = row.getBytes("mail");
        Set<Post> posts = set(row.getString("posts"), Post::of);
        Set<Role> roles = Stream.concat(
                        set(row.getString("roles"), Worded.reader(Role.class)).stream(),
                        posts.stream().map(Post::role))
                .collect(Collectors.toSet());
        Set<TeamId> teams = set(row.getString("teams"), TeamId::of);
        Set<UUID> groups = set(row.getString("groups"), UUID::fromString);
        boolean active = row.getBoolean("active");
        boolean temporary = row.getBoolean("password_is_temporary");
        String mark = row.getString("password_mark");
        return new Unopened<>(
                id.value(),
                key -> new Account(
                        id,
                        username,
                        PersonalCodec.open(key, name, PersonName::of),
                        PersonalCodec.open(key, mail, MailAddress::of),
                        roles,
                        posts,
                        teams,
                        groups,
                        active,
                        temporary,
                        mark));
    }

    /** What comma-separated text holds; empty for null. */
    static <T> Set<T> set(String joined, Function<String, T> parse) {
        return joined == null
                ? Set.of()
                : Stream.of(joined.split(",")).map(parse).collect(Collectors.toSet());
    }
}
