package org.commonground.referral;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.PracticeId;
import org.commonground.account.TeamId;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.person.PersonId;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.Sealed;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.personal.Trait;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code referral}. */
@Repository
public class ReferralRepository {

    private static final String SELECT = """
            select id, reference, practice_id, neighbourhood_id, team_id, person_id, requested_urgency, urgency, standing, outcome,
                   received_at, closed_at, sent_back_for, previous_id
            from referral
            """;

    private final JdbcClient jdbc;

    ReferralRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Inserts the referral as received; false where the reference is taken, and then nothing was inserted.
     *
     * @param ownNumber the practice's own number for it; null where it gave none
     */
    public boolean insert(Referral referral, Request request, Personal ownNumber, SubjectKey key) {
        Function<Personal, byte[]> seal = value -> PersonalCodec.seal(key, value);
        return jdbc.sql("""
                        insert into referral (id, reference, practice_id, neighbourhood_id, team_id, person_id, own_number, referrer,
                            referrer_role, reason, needs, support, requirements, risk, risk_narrative,
                            risk_instruction, requested_urgency, standing, received_at)
                        values (:id, :reference, :practice, :neighbourhood, :team, :person, :ownNumber, :referrer, :referrerRole,
                            :reason, :needs, :support, :requirements, :risk, :riskNarrative, :riskInstruction,
                            :requestedUrgency, :standing, :receivedAt)
                        on conflict (reference) do nothing""")
                        .param("id", referral.id().value())
                        .param("reference", referral.reference().text())
                        .param("practice", referral.practice().value())
                        .param("neighbourhood", referral.neighbourhood().value())
                        .param("team", referral.team().value())
                        .param("person", referral.person().value())
                        .param("ownNumber", seal.apply(ownNumber))
                        .param("referrer", seal.apply(request.referrer()))
                        .param("referrerRole", seal.apply(request.referrerRole()))
                        .param("reason", seal.apply(request.reason()))
                        .param("needs", words(request.needs(), Need::word))
                        .param("support", words(request.support(), Support::word))
                        .param("requirements", seal.apply(request.requirements()))
                        .param("risk", request.risk().level().word())
                        .param("riskNarrative", seal.apply(request.risk().narrative()))
                        .param("riskInstruction", seal.apply(request.risk().instruction()))
                        .param("requestedUrgency", referral.requestedUrgency().word())
                        .param("standing", referral.standing().word())
                        .param("receivedAt", Sql.timestamp(referral.receivedAt()))
                        .update()
                == 1;
    }

    public Optional<Referral> find(ReferralId id) {
        return query("where id = :id", Map.of("id", id.value()));
    }

    Optional<Referral> byReference(Reference reference) {
        return query("where reference = :reference", Map.of("reference", reference.text()));
    }

    /** The newest first. */
    public List<Reference> ofPractices(Collection<PracticeId> practices, int from, int most) {
        return jdbc
                .sql("""
                        select reference from referral where practice_id = any(:practices)
                        order by received_at desc, id desc offset :from limit :most""")
                .param("practices", practices.stream().map(PracticeId::value).toArray(UUID[]::new))
                .param("from", from)
                .param("most", most)
                .query(String.class)
                .list()
                .stream()
                .map(Reference::new)
                .toList();
    }

    /**
     * Referrals of these teams, open ones first, then the newest.
     *
     * @param reference null for any
     * @param people whom they are about; null for anybody
     */
    public List<Referral> search(Reference reference, Collection<PersonId> people, Collection<TeamId> teams, int most) {
        return jdbc.sql(SELECT + "where team_id = any(:teams)"
                        + (reference == null ? "" : " and reference = :reference")
                        + (people == null ? "" : " and person_id = any(:people)")
                        + " order by (standing = 'closed'), received_at desc, id desc limit :most")
                .param("teams", teams.stream().map(TeamId::value).toArray(UUID[]::new))
                .param("reference", reference == null ? null : reference.text())
                .param(
                        "people",
                        people == null
                                ? null
                                : people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("most", most)
                .query((row, n) -> referral(row))
                .list();
    }

    public Optional<Referral> lock(ReferralId id) {
        return query("where id = :id for update", Map.of("id", id.value()));
    }

    Request request(ReferralId id, SubjectKey key) {
        return jdbc.sql("""
                        select referrer, referrer_role, reason, needs, support, requirements, risk, risk_narrative,
                               risk_instruction
                        from referral where id = :id""")
                .param("id", id.value())
                .query((row, n) -> request(row, new Sealed(row, key)))
                .single();
    }

    /** Who each of these is about. */
    Map<ReferralId, PersonId> peopleOf(Collection<ReferralId> ids) {
        Map<ReferralId, PersonId> people = new HashMap<>();
        jdbc.sql("select id, person_id from referral where id = any(:ids)")
                .param("ids", ids.stream().map(ReferralId::value).toArray(UUID[]::new))
                .query(row -> {
                    people.put(new ReferralId(Sql.uuid(row, "id")), new PersonId(Sql.uuid(row, "person_id")));
                });
        return people;
    }

    public void movePractice(ReferralId id, PracticeId practice) {
        jdbc.sql("update referral set practice_id = :practice where id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    public void triaged(ReferralId id, Urgency urgency) {
        jdbc.sql("update referral set urgency = :urgency where id = :id")
                .param("urgency", urgency.word())
                .param("id", id.value())
                .update();
    }

    void stands(ReferralId id, Standing standing) {
        jdbc.sql("update referral set standing = :standing where id = :id and standing <> 'closed'")
                .param("standing", standing.word())
                .param("id", id.value())
                .update();
    }

    public void sentBack(ReferralId id, SentBackReason reason) {
        jdbc.sql("update referral set sent_back_for = :reason where id = :id")
                .param("reason", reason.word())
                .param("id", id.value())
                .update();
    }

    /** False where it was closed before, or is none. */
    boolean close(ReferralId id, Outcome outcome, Instant at) {
        return jdbc.sql("""
                        update referral set standing = 'closed', outcome = :outcome, closed_at = :at
                        where id = :id and standing <> 'closed'""")
                        .param("outcome", outcome.word())
                        .param("at", Sql.timestamp(at))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private Optional<Referral> query(String where, Map<String, Object> params) {
        return jdbc.sql(SELECT + where)
                .params(params)
                .query((row, n) -> referral(row))
                .optional();
    }

    private static Referral referral(ResultSet row) throws SQLException {
        return new Referral(
                new ReferralId(Sql.uuid(row, "id")),
                new Reference(row.getString("reference")),
                new PracticeId(Sql.uuid(row, "practice_id")),
                new NeighbourhoodId(Sql.uuid(row, "neighbourhood_id")),
                new TeamId(Sql.uuid(row, "team_id")),
                new PersonId(Sql.uuid(row, "person_id")),
                Worded.of(Urgency.class, row.getString("requested_urgency")),
                Optional.ofNullable(row.getString("urgency")).map(Worded.reader(Urgency.class)),
                Worded.of(Standing.class, row.getString("standing")),
                Optional.ofNullable(row.getString("outcome")).map(Worded.reader(Outcome.class)),
                Sql.instant(row, "received_at"),
                Optional.ofNullable(Sql.instant(row, "closed_at")),
                Optional.ofNullable(row.getString("sent_back_for")).map(Worded.reader(SentBackReason.class)),
                Optional.ofNullable(Sql.uuid(row, "previous_id")).map(ReferralId::new));
    }

    private static Request request(ResultSet row, Sealed sealed) throws SQLException {
        return new Request(
                sealed.open("referrer", PersonName::new),
                sealed.open("referrer_role", Trait::new),
                sealed.open("reason", Narrative::new),
                set(row.getArray("needs"), Worded.reader(Need.class)),
                set(row.getArray("support"), Worded.reader(Support.class)),
                sealed.open("requirements", Narrative::new),
                new KnownRisk(
                        Worded.of(RiskLevel.class, row.getString("risk")),
                        sealed.open("risk_narrative", Narrative::new),
                        sealed.open("risk_instruction", Narrative::new)));
    }

    private static <T extends Comparable<T>> String[] words(Set<T> values, Function<T, String> word) {
        return values.stream().sorted().map(word).toArray(String[]::new);
    }

    private static <T> Set<T> set(Array words, Function<String, T> type) throws SQLException {
        return Stream.of((String[]) words.getArray()).map(type).collect(Collectors.toUnmodifiableSet());
    }
}
