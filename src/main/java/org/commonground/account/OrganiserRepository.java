package org.commonground.account;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.commonground.platform.persistence.Part;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Keys;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code organiser} and {@code organiser_group}. */
@Repository
class OrganiserRepository {

    private static final String SELECT = """
            select o.id, o.account_id, o.name, o.mail, o.phone,
                   a.display_name as account_name, a.mail as account_mail,
                   (select string_agg(g.group_id::text, ',') from organiser_group g where g.organiser_id = o.id) as groups
            from organiser o left join account a on a.id = o.account_id
            """;

    /** Who decides for a group now. */
    private static final String DECIDING = """
             from organiser o left join account a on a.id = o.account_id
            where (a.id is null or a.active)
              and exists (select 1 from organiser_group g where g.organiser_id = o.id)""";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final NameRepository names;

    OrganiserRepository(JdbcClient jdbc, Keys keys, NameRepository names) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.names = names;
    }

    /** @param account null for somebody without one: then they have a name */
    void insert(OrganiserId id, AccountId account, PersonName name, MailAddress mail, Phone phone) {
        SubjectKey key = keys.make(id.value());
        jdbc.sql("""
                        insert into organiser (id, account_id, name, mail, phone)
                        values (:id, :account, :name, :mail, :phone)""")
                .param("id", id.value())
                .param("account", account == null ? null : account.value())
                .param("name", PersonalCodec.seal(key, account == null ? name : null))
                .param("mail", PersonalCodec.seal(key, account == null ? mail : null))
                .param("phone", PersonalCodec.seal(key, phone))
                .update();
        names.write(id, account == null ? name : null);
    }

    /** The organiser behind an account, who is made where there is none. */
    OrganiserId ofAccount(AccountId account) {
        Optional<UUID> known = jdbc.sql("select id from organiser where account_id = :account")
                .param("account", account.value())
                .query(UUID.class)
                .optional();
        if (known.isPresent()) {
            return new OrganiserId(known.get());
        }
        OrganiserId id = OrganiserId.next();
        insert(id, account, null, null, null);
        return id;
    }

    void change(OrganiserId id, AccountId account, PersonName name, MailAddress mail, Phone phone) {
        SubjectKey key = keys.of(id.value());
        jdbc.sql("""
                        update organiser set account_id = :account, name = :name, mail = :mail, phone = :phone
                        where id = :id""")
                .param("id", id.value())
                .param("account", account == null ? null : account.value())
                .param("name", PersonalCodec.seal(key, account == null ? name : null))
                .param("mail", PersonalCodec.seal(key, account == null ? mail : null))
                .param("phone", PersonalCodec.seal(key, phone))
                .update();
        names.write(id, account == null ? name : null);
    }

    void join(OrganiserId id, UUID group) {
        jdbc.sql("""
                        insert into organiser_group (organiser_id, group_id) values (:id, :group)
                        on conflict do nothing""").param("id", id.value()).param("group", group).update();
    }

    void leave(OrganiserId id, UUID group) {
        jdbc.sql("delete from organiser_group where organiser_id = :id and group_id = :group")
                .param("id", id.value())
                .param("group", group)
                .update();
    }

    /**
     * Waits for whoever else changes who decides for this group, also where nobody does yet: two cannot both leave as the
     * last but one, and nobody is added twice at once.
     */
    void lock(UUID group) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:group, 0))::text")
                .param("group", group.toString())
                .query(String.class)
                .single();
    }

    Optional<Organiser> find(OrganiserId id) {
        return query("where o.id = :id", Map.of("id", id.value())).findFirst();
    }

    Optional<Organiser> byAccount(AccountId account) {
        return query("where o.account_id = :account", Map.of("account", account.value()))
                .findFirst();
    }

    /** Not those whose account is closed. In the order they were made. */
    List<Organiser> of(UUID group) {
        return query("""
                        where o.id in (select organiser_id from organiser_group where group_id = :group)
                          and (a.id is null or a.active)""", Map.of("group", group)).toList();
    }

    List<Organiser> all(Collection<OrganiserId> ids) {
        return query(
                        "where o.id = any(:ids)",
                        Map.of("ids", ids.stream().map(OrganiserId::value).toArray(UUID[]::new)))
                .toList();
    }

    /**
     * A page of those who decide for a group: by username, and then those without an account, by group and id.
     *
     * @param words what part of a username, or whole words of a name, are to be; null for all
     */
    Part<Organiser> listed(String words, int page) {
        Map<String, Object> params = new LinkedHashMap<>();
        String which = DECIDING;
        if (words != null) {
            which += """
                     and (strpos(a.username, lower(:words)) > 0 or o.id = any(:named) or o.account_id = any(:accounts))""";
            params.put("words", words);
            params.put("named", names.organisers(words).toArray(UUID[]::new));
            params.put("accounts", names.accounts(words).toArray(UUID[]::new));
        }
        String where = which;
        int all = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Integer.class)
                .single();
        return Part.of(
                all,
                page,
                (most, before) -> inOrder(jdbc.sql("select o.id" + where + """
                         order by a.username nulls last,
                            case when a.id is null then
                                (select g.group_id from organiser_group g where g.organiser_id = o.id
                                 order by g.group_id limit 1) end, o.id
                        limit :most offset :before""")
                        .params(params)
                        .param("most", most)
                        .param("before", before)
                        .query(UUID.class)
                        .list()));
    }

    int count() {
        return jdbc.sql("select count(*)" + DECIDING).query(Integer.class).single();
    }

    private List<Organiser> inOrder(List<UUID> ids) {
        Map<UUID, Organiser> found = all(ids.stream().map(OrganiserId::new).toList()).stream()
                .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
        return ids.stream().map(found::get).toList();
    }

    /** How many decide for each of these groups; one for which nobody does is not among them. */
    Map<UUID, Long> counts(Collection<UUID> groups) {
        Map<UUID, Long> counts = new LinkedHashMap<>();
        jdbc.sql("""
                        select g.group_id, count(*) from organiser_group g
                        join organiser o on o.id = g.organiser_id
                        left join account a on a.id = o.account_id
                        where g.group_id = any(:groups) and (a.id is null or a.active)
                        group by g.group_id""").param("groups", groups.toArray(UUID[]::new)).query(row -> {
            counts.put(Sql.uuid(row, "group_id"), row.getLong(2));
        });
        return counts;
    }

    private Stream<Organiser> query(String where, Map<String, ?> params) {
        List<Row> rows = jdbc.sql(SELECT + where + " order by o.id")
                .params(new LinkedHashMap<>(params))
                .query((row, n) -> row(row))
                .list();
        Map<UUID, SubjectKey> opened = keys.of(rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.id()), row.account().stream()))
                .toList());
        return rows.stream().map(row -> row.open(opened));
    }

    /** One organiser, sealed: phone with their own key, name and mail with their account's where they have one. */
    private record Row(UUID id, Optional<UUID> account, byte[] name, byte[] mail, byte[] phone, Set<UUID> groups) {

        Organiser open(Map<UUID, SubjectKey> keys) {
            SubjectKey own = keys.get(id);
            SubjectKey known = keys.get(account.orElse(id));
            return new Organiser(
                    new OrganiserId(id),
                    account.map(AccountId::new),
                    PersonalCodec.open(known, name, PersonName::of),
                    PersonalCodec.open(known, mail, MailAddress::of),
                    PersonalCodec.open(own, phone, Phone::of),
                    groups);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        Optional<UUID> account = Optional.ofNullable(Sql.uuid(row, "account_id"));
        String of = account.isPresent() ? "account_" : "";
        return new Row(
                Sql.uuid(row, "id"),
                account,
                row.getBytes(of + "name"),
                row.getBytes(of + "mail"),
                row.getBytes("phone"),
                AccountRepository.set(row.getString("groups"), UUID::fromString));
    }
}
