package org.commonground.placement.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.commonground.account.Organisers;
import org.commonground.account.Role;
import org.commonground.correspondence.words.Message;
import org.commonground.group.Availability;
import org.commonground.group.GroupFull;
import org.commonground.group.GroupId;
import org.commonground.group.Places;
import org.commonground.placement.EndReason;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.Verdict;
import org.commonground.placement.check.Weighing;
import org.commonground.placement.choice.Choices;
import org.commonground.placement.firstsession.Attendance;
import org.commonground.placement.firstsession.FirstSessions;
import org.commonground.placement.firstsession.RecordFirstSession;
import org.commonground.placement.offer.Promises;
import org.commonground.placement.waiting.MustWait;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.refusal.Refusal;
import org.commonground.practice.PracticeReferrals;
import org.commonground.referral.Outcome;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a stop ends, what it leaves, and what the groups hear. */
@CommonGroundTest
class StopsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Stops stops;

    @Autowired
    private Placements placements;

    @Autowired
    private Promises promises;

    @Autowired
    private Weighing weighing;

    @Autowired
    private FirstSessions sessions;

    @Autowired
    private Places places;

    @Autowired
    private Referrals referrals;

    @Autowired
    private PracticeReferrals practiceReferrals;

    @Autowired
    private ConsentAnswers consents;

    @Autowired
    private JdbcClient jdbc;

    private Placing placing;
    private ReferralId referral;
    private GroupId group;

    @BeforeEach
    void settle() {
        placing = Placing.in(context);
        referral = placing.referral();
        group = InventedGroup.singers().in(context);
    }

    @Test
    void endsWhatGoesOnAndTellsTheGroupNothingButThatAPlaceIsFree() throws GroupFull {
        PlacementId offered = placing.offered(referral, group);
        PlacementId chosen =
                placing.choose(referral, InventedGroup.singers().in(context)).get(0);

        stop(StopReason.NO_CONSENT, "She said: please stop");

        assertThat(List.of(offered, chosen))
                .allSatisfy(id -> assertThat(placements.find(id).ended()).contains(EndReason.STOPPED));
        assertThat(availability().held()).isZero();
        Referral closed = referrals.find(referral);
        assertThat(closed.outcome()).contains(Outcome.WITHDRAWN);
        assertThat(consents.of(referral).allow(Purpose.REFER)).isFalse();
        assertThat(events())
                .endsWith(
                        "placement-ended stopped",
                        "placement-ended stopped",
                        "place-given-back stopped",
                        "consent-withdrawn refer",
                        "referral-closed withdrawn",
                        "referral-stopped no-consent");

        placing.somebody(Role.ORGANISER, group);
        UUID organiser =
                context.getBean(Organisers.class).of(group.value()).get(0).id().value();
        Message mail = context.getBean(PlaceGivenBackMessage.class)
                .compose(offered.value(), organiser, UUID.randomUUID())
                .orElseThrow();
        assertThat(mail.facts()).containsOnlyKeys("reference", "signsIn");
        assertThat(row()).doesNotContain("please stop");
    }

    @Test
    void asksForNoOtherGroupWhileItEndsWhatIsTriedAndWhatWaits() throws GroupFull {
        GroupId full = InventedGroup.onePlace().in(context);
        placing.offered(placing.referral(), full);
        PlacementId waits = context.getBean(Choices.class)
                .choose(referral, Placing.waiting(group, full), placing.linkWorker())
                .get(1);
        placing.check(waits);
        weighing.weighed(waits, Verdict.GO_AHEAD);
        assertThatThrownBy(() -> promises.hold(waits)).isInstanceOf(MustWait.class);

        stop(StopReason.NOT_WANTED, null);
        assertThat(placements.open(referral)).isEmpty();
        assertThat(events()).doesNotContain("others-wanted");
    }

    @Test
    void whoeverAttendsKeepsThePlaceUnlessTheyAreGone() throws GroupFull {
        attend(referral);
        stop(StopReason.NOT_WANTED, null);
        assertThat(availability().taken()).isEqualTo(1);

        referral = placing.referral();
        attend(referral);
        stop(StopReason.DIED, null);
        assertThat(availability().taken()).isEqualTo(1);
        assertThat(consents.of(referral).allow(Purpose.REFER)).isTrue();
        assertThat(referrals.find(referral).outcome()).contains(Outcome.DIED);
        assertThat(practiceReferrals
                        .viewOf(
                                referrals.find(referral).reference(),
                                placing.here().actor().practice())
                        .orElseThrow()
                        .outcome())
                .as("a status is no way to hear of a death")
                .isEmpty();
    }

    @Test
    void isRecordedOnceAndWithAReason() {
        assertThatThrownBy(() -> stop(StopReason.OTHER, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys("narrative"));
        assertThatThrownBy(() -> stop(StopReason.UNSAFE, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> stops.stop(
                        new StopReferral(referral, StopReason.MOVED, ToldBy.FAMILY_OR_CARER, null, null),
                        placing.linkWorker()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys("how"));
        stops.stop(
                new StopReferral(referral, StopReason.UNSAFE, ToldBy.NOBODY, null, Narrative.of("Threats at the door")),
                placing.linkWorker());
        assertThat(referrals.find(referral).outcome()).contains(Outcome.STOPPED);
        assertThatThrownBy(() -> stop(StopReason.MOVED, null)).hasMessage("This referral has been closed already");
    }

    private void attend(ReferralId who) throws GroupFull {
        PlacementId id = placing.agreed(who, group);
        sessions.record(id, new RecordFirstSession(Attendance.ATTENDED, null), placing.linkWorker());
    }

    private void stop(StopReason reason, String said) {
        stops.stop(
                new StopReferral(referral, reason, ToldBy.FAMILY_OR_CARER, ToldHow.CALL, Narrative.of(said)),
                placing.linkWorker());
    }

    private Availability availability() {
        return places.availability(group);
    }

    private List<String> events() {
        return jdbc.sql("select kind || coalesce(' ' || reason, '') from event where referral_id = :r order by id")
                .param("r", referral.value())
                .query(String.class)
                .list();
    }

    private String row() {
        return jdbc.sql("select s::text from stop s where referral_id = :r")
                .param("r", referral.value())
                .query(String.class)
                .single();
    }
}
