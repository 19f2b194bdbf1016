package org.commonground.web.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.followup.FollowUps;
import org.commonground.placement.FirstSession;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementState;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.placement.waiting.WaitingPlacement;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.Standing;
import org.commonground.referral.linkworker.LinkWorkers;
import org.commonground.web.referral.ReferralPage.Coming;
import org.springframework.stereotype.Component;

/** What comes next in an open referral: what, when and who. */
@Component
class ComingUp {

    private final Appointments appointments;
    private final LinkWorkers linkWorkers;
    private final WaitingLists waitingLists;
    private final FollowUps followUps;
    private final Colleagues colleagues;
    private final Clock clock;

    ComingUp(
            Appointments appointments,
            LinkWorkers linkWorkers,
            WaitingLists waitingLists,
            FollowUps followUps,
            Colleagues colleagues,
            Clock clock) {
        this.appointments = appointments;
        this.linkWorkers = linkWorkers;
        this.waitingLists = waitingLists;
        this.followUps = followUps;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    private record Dated(Instant at, Coming coming) {}

    /**
     * The soonest first; nothing for a referral that has ended.
     *
     * @param names the group's name for each placement, by the placement's id
     */
    List<Coming> of(Referral referral, List<Placement> tries, Map<UUID, String> names) {
        if (!referral.isOpen()) {
            return List.of();
        }
        List<Dated> all = new ArrayList<>();
        appointments
                .of(referral.id())
                .filter(appointment -> referral.standing() == Standing.TALKING)
                .filter(appointment -> !appointment.at().isBefore(clock.instant()))
                .ifPresent(appointment ->
                        all.add(moment("Talk with the person", appointment.at(), colleagues.name(appointment.with()))));
        tries.stream().filter(Placement::isOpen).forEach(placement -> {
            String group = names.get(placement.id().value());
            placement
                    .firstSession()
                    .ifPresent(
                            session -> all.add(moment("First session at " + group, session.start(), metBy(session))));
            placement
                    .answerBy()
                    .filter(day -> placement.state() == PlacementState.OFFERED)
                    .ifPresent(day -> all.add(day("Answer to the offer, at the latest", day, group)));
            if (placement.state() == PlacementState.WAITING || placement.state() == PlacementState.ASKED) {
                waitingLists
                        .find(placement)
                        .map(waiting -> next(waiting, group))
                        .ifPresent(all::add);
            }
        });
        String theirs = linkWorkers.of(referral.id()).map(colleagues::name).orElse(null);
        followUps
                .of(referral.id())
                .forEach(plan -> plan.next()
                        .ifPresent(next -> all.add(day(
                                plan.signposted() ? "Call after being signposted" : "Next follow-up",
                                next.on(),
                                theirs))));
        return all.stream()
                .sorted(Comparator.comparing(Dated::at))
                .map(Dated::coming)
                .toList();
    }

    private static Dated next(WaitingPlacement waiting, String group) {
        return waiting.askBy()
                .map(day -> day("A place is held for them, at the longest", day, group))
                .orElseGet(() -> day("Ask whether they stay on the waiting list", waiting.reviewOn(), group));
    }

    private static String metBy(FirstSession session) {
        return session.metBy() == null ? null : session.metBy().text() + " meets them";
    }

    private static Dated moment(String what, Instant at, String who) {
        return new Dated(at, new Coming(what, InWords.stamp(at), who));
    }

    private static Dated day(String what, LocalDate on, String who) {
        return new Dated(on.atStartOfDay(WorkingDays.LONDON).toInstant(), new Coming(what, InWords.date(on), who));
    }
}
