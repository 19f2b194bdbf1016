package org.commonground.referral.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.account.TeamId;
import org.commonground.person.Mark;
import org.commonground.person.Person;
import org.commonground.person.PersonIndexRepository;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Sealed;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.Outcome;
import org.commonground.referral.Reference;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Referrals, by the digests in {@code person_index}. */
@Repository
class PersonSearchRepository {

    private static final String SELECT = """
            select r.id, r.reference, r.team_id, r.standing, r.outcome, r.received_at,
                   p.subject_key, p.given_name, p.family_name, p.born
            from referral r join person p on p.id = r.person_id
            where r.team_id = any(:teams)
            """;

    private final JdbcClient jdbc;
    private final PersonIndexRepository index;

    PersonSearchRepository(JdbcClient jdbc, PersonIndexRepository index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    /**
     * Open referrals first, then the newest.
     *
     * @param asked for each, a person must have all marks of one of its lists; the marks of a list are of one kind
     * @param reference null where it is not asked
     */
    List<Found> find(List<Collection<List<Mark>>> asked, Reference reference, Set<TeamId> teams, int most) {
        Map<String, Object> params = new HashMap<>();
        StringBuilder sql = new StringBuilder(SELECT);
        if (reference != null) {
            sql.append("and r.reference = :reference\n");
            params.put("reference", reference.text());
        }
        for (Collection<List<Mark>> oneOf : asked) {
            sql.append(oneOf.stream()
                    .map(marks -> peopleWith(marks, params))
                    .collect(Collectors.joining(" union ", "and p.id in (", ")\n")));
        }
        sql.append("order by (r.standing = 'closed'), r.received_at desc, r.id desc limit :most");
        params.put("teams", teams.stream().map(TeamId::value).toArray(UUID[]::new));
        params.put("most", most);
        return jdbc.sql(sql.toString())
                .params(params)
                .query((row, n) -> found(row))
                .list();
    }

    private String peopleWith(List<Mark> marks, Map<String, Object> params) {
        int n = params.size();
        params.put("kind" + n, marks.isEmpty() ? "" : marks.get(0).kind().word());
        params.put("digests" + n, index.digests(marks));
        params.put("count" + n, marks.size());
        return """
                select person_id from person_index where kind = :kind%1$d and digest = any(:digests%1$d)
                group by person_id having count(*) = :count%1$d""".formatted(n);
    }

    private static Found found(ResultSet row) throws SQLException {
        Sealed sealed = new Sealed(row, new SubjectKey(row.getBytes("subject_key")));
        return new Found(
                new ReferralId(Sql.uuid(row, "id")),
                new Reference(row.getString("reference")),
                new TeamId(Sql.uuid(row, "team_id")),
                Person.fullName(
                        sealed.open("given_name", PersonName::new), sealed.open("family_name", PersonName::new)),
                sealed.open("born", BirthDate::parse),
                Standing.of(row.getString("standing")),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::of),
                Sql.instant(row, "received_at"));
    }
}
