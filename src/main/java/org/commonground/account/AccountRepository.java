package org.commonground.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
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
import org.commonground.platform.persistence.Part;
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

    /** Whose account is open, and who is more than an organiser or of a practice. */
    private static final String STAFF = """
            where a.active and (
                exists (select 1 from account_role r where r.account_id = a.id and r.role = any(:roles))
                or exists (select 1 from account_post p where p.account_id = a.id and p.until is null))""";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final NameRepository names;

    AccountRepository(JdbcClient jdbc, Keys keys, NameRepository names) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.names = names;
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
        names.write(id, account.displayName());
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
        names.write(id, name);
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

    List<Account> all(Collection<AccountId> ids) {
        return query("where a.id = any(:ids)", Map.of("ids", array(ids))).toList();
    }

    /**
     * A page of our own staff, by username.
     *
     * @param words what part of a username, or whole words of a name, are to be; null for all
     */
    Part<Account> staff(String words, int page) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("roles", Role.ofStaff().stream().map(Role::word).toArray(String[]::new));
        String which = STAFF;
        if (words != null) {
            which += " and (strpos(a.username, lower(:words)) > 0 or a.id = any(:named))";
            params.put("words", words);
            params.put("named", names.accounts(words).toArray(UUID[]::new));
        }
        String where = which;
        int all = jdbc.sql("select count(*) from account a " + where)
                .params(params)
                .query(Integer.class)
                .single();
        return Part.of(
                all,
                page,
                (most, before) -> keys.open(jdbc.sql(SELECT + where + " order by a.username limit :most offset :before")
                        .params(params)
                        .param("most", most)
                        .param("before", before)
                        .query((row, n) -> account(row))
                        .list()));
    }

    int countStaff() {
        return jdbc.sql("select count(*) from account a " + STAFF)
                .param("roles", Role.ofStaff().stream().map(Role::word).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** Those of them that are open. */
    Set<AccountId> activeAmong(Collection<AccountId> ids) {
        return jdbc
                .sql("select id from account where active and id = any(:ids)")
                .param("ids", array(ids))
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .collect(Collectors.toSet());
    }

    Map<AccountId, String> usernames(Collection<AccountId> ids) {
        Map<AccountId, String> usernames = new LinkedHashMap<>();
        jdbc.sql("select id, username from account where id = any(:ids)")
                .param("ids", array(ids))
                .query(row -> {
                    usernames.put(new AccountId(Sql.uuid(row, "id")), row.getString("username"));
                });
        return usernames;
    }

    /** How many active accounts belong to each of these teams; one to which none does is not among them. */
    Map<TeamId, Long> countIn(Collection<TeamId> teams) {
        Map<TeamId, Long> counts = new LinkedHashMap<>();
        jdbc.sql("""
                        select t.team_id, count(*) from account_team t join account a on a.id = t.account_id and a.active
                        where t.team_id = any(:teams) group by t.team_id""")
                .param("teams", teams.stream().map(TeamId::value).toArray(UUID[]::new))
                .query(row -> {
                    counts.put(new TeamId(Sql.uuid(row, "team_id")), row.getLong(2));
                });
        return counts;
    }

    /** The posts that somebody with an open account holds now. */
    Set<Post> postsHeld() {
        return Set.copyOf(
                jdbc.sql("""
                        select distinct p.post || '/' || p.neighbourhood_id
                        from account_post p join account a on a.id = p.account_id and a.active
                        where p.until is null""").query((row, n) -> Post.of(row.getString(1))).list());
    }

    /** Open accounts of one of these teams, roles or posts. */
    List<Account> ofAny(Set<TeamId> teams, Set<Role> roles, Set<Post> posts) {
        return query(
                        """
                        where a.active and a.id in (
                            select t.account_id from account_team t where t.team_id = any(:teams)
                            union
                            select r.account_id from account_role r where r.role = any(:roles)
                            union
                            select p.account_id from account_post p
                            join unnest(:posts, :neighbourhoods) as wanted (post, neighbourhood_id)
                                on p.post = wanted.post and p.neighbourhood_id = wanted.neighbourhood_id
                            where p.until is null)""",
                        Map.of(
                                "teams", teams.stream().map(TeamId::value).toArray(UUID[]::new),
                                "roles", roles.stream().map(Role::word).toArray(String[]::new),
                                "posts",
                                        posts.stream()
                                                .map(post -> post.role().word())
                                                .toArray(String[]::new),
                                "neighbourhoods",
                                        posts.stream()
                                                .map(post ->
                                                        post.neighbourhood().value())
                                                .toArray(UUID[]::new)))
                .toList();
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

    private static UUID[] array(Collection<AccountId> ids) {
        return ids.stream().map(AccountId::value).toArray(UUID[]::new);
    }

    /** What comma-separated text holds; empty for null. */
    static <T> Set<T> set(String joined, Function<String, T> parse) {
        return joined == null
                ? Set.of()
                : Stream.of(joined.split(",")).map(parse).collect(Collectors.toSet());
    }
}
