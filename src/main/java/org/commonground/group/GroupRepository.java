package org.commonground.group;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.NeighbourhoodId;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Part;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Keys;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.personal.Unopened;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code community_group}, {@code group_session} and {@code group_also_for}. */
@Repository
class GroupRepository {

    private static final String SELECT = """
            select g.*,
                   array(select o.neighbourhood_id::text from group_also_for o where o.group_id = g.id) as also_for
            from community_group g
            """;

    private final JdbcClient jdbc;
    private final Keys keys;

    GroupRepository(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    void insert(Group group) {
        SubjectKey key = keys.make(group.id().value());
        facts(jdbc.sql("""
                        insert into community_group (id, neighbourhood_id, name, does, kind, tier, meets, offers, minimum_age,
                            maximum_age, audience, only_with_need, languages, cost, weeks, places,
                            new_people_a_month, open_offers, address, address_is_public, district, nearby, travel,
                            meets_people, phone, price, from_home, waiting_list)
                        values (:id, :home, :name, :does, :kind, :tier, :meets, :offers, :minimumAge,
                            :maximumAge, :audience, :onlyWithNeed, :languages, :cost, :weeks, :places,
                            :newPeopleAMonth, :openOffers, :address, :addressIsPublic, :district, :nearby, :travel,
                            :meetsPeople, :phone, :price, :fromHome, :waitingList)"""), group, key).update();
        insertSessions(group);
        insertAlsoFor(group);
    }

    void change(Group group) {
        SubjectKey key = keys.of(group.id().value());
        facts(jdbc.sql("""
                        update community_group set neighbourhood_id = :home, name = :name, does = :does, kind = :kind, tier = :tier,
                            meets = :meets, offers = :offers, minimum_age = :minimumAge, maximum_age = :maximumAge,
                            audience = :audience, only_with_need = :onlyWithNeed, languages = :languages,
                            cost = :cost, weeks = :weeks, places = :places, new_people_a_month = :newPeopleAMonth,
                            open_offers = :openOffers, address = :address, address_is_public = :addressIsPublic,
                            district = :district, nearby = :nearby, travel = :travel, meets_people = :meetsPeople,
                            phone = :phone, price = :price, from_home = :fromHome, waiting_list = :waitingList
                        where id = :id"""), group, key).update();
        jdbc.sql("delete from group_session where group_id = :group")
                .param("group", group.id().value())
                .update();
        insertSessions(group);
        jdbc.sql("delete from group_also_for where group_id = :group")
                .param("group", group.id().value())
                .update();
        insertAlsoFor(group);
    }

    private void insertAlsoFor(Group group) {
        group.alsoFor()
                .forEach(other -> jdbc.sql(
                                "insert into group_also_for (group_id, neighbourhood_id) values (:group, :other)")
                        .param("group", group.id().value())
                        .param("other", other.value())
                        .update());
    }

    private static JdbcClient.StatementSpec facts(JdbcClient.StatementSpec statement, Group group, SubjectKey key) {
        return statement
                .param("id", group.id().value())
                .param("home", group.home().value())
                .param("name", group.name())
                .param("does", group.does())
                .param("kind", group.kind().word())
                .param("tier", group.tier().word())
                .param("meets", words(group.meets(), Need::word))
                .param("offers", words(group.offers(), Support::word))
                .param("minimumAge", group.whoFor().minimumAge())
                .param("maximumAge", group.whoFor().maximumAge())
                .param("audience", group.whoFor().audience().word())
                .param("onlyWithNeed", words(group.whoFor().onlyWithNeed(), Need::word))
                .param("languages", words(group.languages(), Function.identity()))
                .param("cost", group.cost())
                .param("weeks", group.weeks())
                .param("places", group.capacity().places())
                .param("newPeopleAMonth", group.capacity().newPeopleAMonth())
                .param("openOffers", group.capacity().openOffers())
                .param(
                        "address",
                        PersonalCodec.seal(key, new PostalAddress(group.venue().address())))
                .param("addressIsPublic", group.venue().isPublic())
                .param("district", group.venue().district())
                .param("nearby", words(group.venue().nearby(), Function.identity()))
                .param("travel", group.venue().travel())
                .param("meetsPeople", PersonalCodec.seal(key, group.venue().meets()))
                .param("phone", PersonalCodec.seal(key, group.venue().phone()))
                .param("price", group.price())
                .param("fromHome", group.fromHome())
                .param("waitingList", group.waitingList());
    }

    private void insertSessions(Group group) {
        for (Session session : group.sessions()) {
            jdbc.sql("insert into group_session (group_id, day, starts, ends) values (:group, :day, :starts, :ends)")
                    .param("group", group.id().value())
                    .param("day", session.day().getValue())
                    .param("starts", session.start())
                    .param("ends", session.end())
                    .update();
        }
    }

    Optional<Group> find(GroupId id) {
        return groups("where g.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    List<Group> all() {
        return groups("", Map.of());
    }

    int count() {
        return jdbc.sql("select count(*) from community_group")
                .query(Integer.class)
                .single();
    }

    /** @param words part of a name; null for all */
    Part<Group> listed(String words, int page) {
        String where = words == null ? "" : " where strpos(lower(name), lower(:words)) > 0";
        int all = jdbc.sql("select count(*) from community_group" + where)
                .param("words", words)
                .query(Integer.class)
                .single();
        return Part.of(
                all,
                page,
                (most, before) -> all(jdbc.sql("select id from community_group" + where
                                + " order by name, id limit :most offset :before")
                        .param("words", words)
                        .param("most", most)
                        .param("before", before)
                        .query(UUID.class)
                        .list()));
    }

    /** Those with this name, in whatever case. */
    List<Group> named(String name) {
        return groups("where lower(g.name) = lower(:name)", Map.of("name", name));
    }

    /** Ids and names alone, by name. */
    Map<UUID, String> names(int most, int before) {
        return names(jdbc.sql("select id, name from community_group order by name, id limit :most offset :before")
                .param("most", most)
                .param("before", before));
    }

    Map<UUID, String> namesOf(Collection<UUID> ids) {
        return names(jdbc.sql("select id, name from community_group where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new)));
    }

    private static Map<UUID, String> names(JdbcClient.StatementSpec statement) {
        Map<UUID, String> names = new LinkedHashMap<>();
        statement.query(row -> {
            names.put(Sql.uuid(row, "id"), row.getString("name"));
        });
        return names;
    }

    private List<Group> all(List<UUID> ids) {
        return groups("where g.id = any(:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
    }

    List<Group> openTo(NeighbourhoodId neighbourhood) {
        return groups("""
                where g.id in (
                    select h.id from community_group h where h.neighbourhood_id = :neighbourhood
                    union
                    select o.group_id from group_also_for o where o.neighbourhood_id = :neighbourhood)""", Map.of("neighbourhood", neighbourhood.value()));
    }

    /** By name. */
    private List<Group> groups(String where, Map<String, ?> params) {
        Map<UUID, List<Session>> sessions = new HashMap<>();
        jdbc.sql("select s.* from group_session s join community_group g on g.id = s.group_id " + where
                        + " order by s.day, s.starts")
                .params(params)
                .query(row -> {
                    sessions.computeIfAbsent(Sql.uuid(row, "group_id"), id -> new ArrayList<>())
                            .add(new Session(
                                    DayOfWeek.of(row.getInt("day")),
                                    row.getObject("starts", LocalTime.class),
                                    row.getObject("ends", LocalTime.class)));
                });
        return keys.open(jdbc.sql(SELECT + where + " order by g.name, g.id")
                .params(params)
                .query((row, number) -> group(row, sessions))
                .list());
    }

    /**
     * Locks the rows of the groups in the order of their ids, one after the other, so that nobody waits
     * crosswise. "No key" lets others refer to the group meanwhile.
     */
    void lock(Collection<GroupId> groups) {
        groups.stream()
                .distinct()
                .sorted()
                .forEach(group -> jdbc.sql("select id from community_group where id = :id for no key update")
                        .param("id", group.value())
                        .query(UUID.class)
                        .optional());
    }

    private static Unopened<Group> group(ResultSet row, Map<UUID, List<Session>> sessions) throws SQLException {
        UUID id = Sql.uuid(row, "id");
        Function<SubjectKey, Venue> venue = venue(row);
        Group withoutVenue = new Group(
                new GroupId(id),
                new NeighbourhoodId(Sql.uuid(row, "neighbourhood_id")),
                set(row.getArray("also_for"), NeighbourhoodId::of),
                row.getString("name"),
                row.getString("does"),
                Worded.of(GroupKind.class, row.getString("kind")),
                Worded.of(Tier.class, row.getString("tier")),
                set(row.getArray("meets"), Worded.reader(Need.class)),
                set(row.getArray("offers"), Worded.reader(Support.class)),
                new WhoFor(
                        row.getObject("minimum_age", Integer.class),
                        row.getObject("maximum_age", Integer.class),
                        Worded.of(Audience.class, row.getString("audience")),
                        set(row.getArray("only_with_need"), Worded.reader(Need.class))),
                set(row.getArray("languages"), Function.identity()),
                sessions.getOrDefault(id, List.of()),
                row.getString("cost"),
                row.getObject("price", Integer.class),
                row.getObject("weeks", Integer.class),
                new Capacity(row.getInt("places"), row.getInt("new_people_a_month"), row.getInt("open_offers")),
                null,
                row.getBoolean("from_home"),
                row.getBoolean("waiting_list"));
        return new Unopened<>(id, key -> withoutVenue.at(venue.apply(key)));
    }

    private static Function<SubjectKey, Venue> venue(ResultSet row) throws SQLException {
        byte[] address = row.getBytes("address");
        boolean isPublic = row.getBoolean("address_is_public");
        String district = row.getString("district");
        Set<String> nearby = set(row.getArray("nearby"), Function.identity());
        String travel = row.getString("travel");
        byte[] meets = row.getBytes("meets_people");
        byte[] phone = row.getBytes("phone");
        return key -> new Venue(
                PersonalCodec.open(key, address, PostalAddress::new).text(),
                isPublic,
                district,
                nearby,
                travel,
                PersonalCodec.open(key, meets, PersonName::of),
                PersonalCodec.open(key, phone, Phone::of));
    }

    private static <T> String[] words(Set<T> values, Function<T, String> word) {
        return values.stream().map(word).sorted().toArray(String[]::new);
    }

    private static <T> Set<T> set(Array words, Function<String, T> type) throws SQLException {
        return Stream.of((String[]) words.getArray()).map(type).collect(Collectors.toUnmodifiableSet());
    }
}
