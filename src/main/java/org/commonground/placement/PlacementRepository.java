package org.commonground.placement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.group.GroupId;
import org.commonground.platform.RoomOnly;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Sealed;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code placement}. */
@Repository
@RoomOnly
public class PlacementRepository {

    private static final String SELECT = "select * from placement ";

    private final JdbcClient jdbc;
    private final Referrals referrals;

    PlacementRepository(JdbcClient jdbc, Referrals referrals) {
        this.jdbc = jdbc;
        this.referrals = referrals;
    }

    public void insert(PlacementId id, Referral referral, int round, GroupId group, boolean wouldWait) {
        jdbc.sql("""
                        insert into placement (id, referral_id, neighbourhood_id, round, group_id, state, would_wait)
                        values (:id, :referral, :neighbourhood, :round, :group, 'chosen', :wouldWait)""")
                .param("id", id.value())
                .param("referral", referral.id().value())
                .param("neighbourhood", referral.neighbourhood().value())
                .param("round", round)
                .param("group", group.value())
                .param("wouldWait", wouldWait)
                .update();
    }

    /** Whether the person would wait where there is no place. */
    public boolean wouldWait(PlacementId id) {
        return jdbc.sql("select would_wait from placement where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    public Optional<Placement> find(PlacementId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query((row, number) -> placement(row))
                .optional();
    }

    /** The placement, whose row nobody else changes until the transaction ends. */
    public Placement lock(PlacementId id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> placement(row))
                .single();
    }

    /** Every placement of a referral, in the order in which they were chosen. */
    public List<Placement> of(ReferralId referral) {
        return jdbc.sql(SELECT + "where referral_id = :referral order by round, id")
                .param("referral", referral.value())
                .query((row, number) -> placement(row))
                .list();
    }

    public void stands(PlacementId id, PlacementState state) {
        jdbc.sql("update placement set state = :state where id = :id")
                .param("id", id.value())
                .param("state", state.word())
                .update();
    }

    public void ended(PlacementId id, EndReason reason) {
        jdbc.sql("update placement set state = 'ended', end_reason = :reason where id = :id")
                .param("id", id.value())
                .param("reason", reason.word())
                .update();
    }

    /** How many people wait for a place of each of these groups, without those for whom one is held. */
    public Map<GroupId, Integer> waiting(Collection<GroupId> groups) {
        Map<GroupId, Integer> waiting = new HashMap<>();
        jdbc.sql("""
                        select group_id, count(*) as waiting from placement
                        where state = 'waiting' and group_id = any(:groups) group by group_id""")
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .query(row -> {
                    waiting.put(new GroupId(Sql.uuid(row, "group_id")), row.getInt("waiting"));
                });
        return waiting;
    }

    private Placement placement(ResultSet row) throws SQLException {
        ReferralId referral = new ReferralId(Sql.uuid(row, "referral_id"));
        return new Placement(
                new PlacementId(Sql.uuid(row, "id")),
                referral,
                new NeighbourhoodId(Sql.uuid(row, "neighbourhood_id")),
                new GroupId(Sql.uuid(row, "group_id")),
                row.getInt("round"),
                Worded.of(PlacementState.class, row.getString("state")),
                Optional.ofNullable(row.getString("end_reason")).map(Worded.reader(EndReason.class)),
                Optional.ofNullable(Sql.date(row, "answer_by")),
                Optional.ofNullable(Sql.date(row, "ask_again_from")),
                Optional.ofNullable(firstSession(row, referral)),
                Optional.ofNullable(Sql.date(row, "left_on")));
    }

    private FirstSession firstSession(ResultSet row, ReferralId referral) throws SQLException {
        if (row.getObject("first_session_on") == null) {
            return null;
        }
        Sealed sealed = new Sealed(row, referrals.keyOf(referral));
        return new FirstSession(
                Sql.date(row, "first_session_on"),
                row.getObject("first_session_at", LocalTime.class),
                sealed.open("first_session_in", Narrative::new),
                sealed.open("met_by", PersonName::new),
                sealed.maybe("accompanied_by", PersonName::new));
    }
}
