package org.commonground.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.followup.FollowUpPlan;
import org.commonground.followup.FollowUps;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.springframework.beans.factory.BeanFactory;

/**
 * Lets time pass until something is due, and asks the application which day that is: whoever counts it by hand is wrong
 * at Christmas, at Easter, at weekends and after work. Never backwards.
 */
public record TimePasses(BeanFactory context) {

    /** When we are to talk with the person. */
    public void untilAppointment(ReferralId referral) {
        until(context.getBean(Appointments.class).of(referral).orElseThrow().at());
    }

    /** The evening of the day on which somebody comes for the first time. */
    public void untilFirstSession(PlacementId placement) {
        LocalDate day = context.getBean(Placements.class)
                .find(placement)
                .firstSession()
                .orElseThrow()
                .on();
        until(day, LocalTime.of(18, 0));
    }

    /** The morning of the day on which somebody is to be looked back with, for the referral's own plan. */
    public void untilFollowUp(ReferralId referral) {
        LocalDate day = context.getBean(FollowUps.class).of(referral).stream()
                .flatMap(plan -> plan.next().map(FollowUpPlan.Planned::on).stream())
                .findFirst()
                .orElseThrow();
        until(day, LocalTime.of(10, 0));
    }

    /** The moment of a timer in the processes about a referral, by its id in the model. */
    public void untilTimer(String timer, ReferralId referral) {
        ManagementService management = context.getBean(ManagementService.class);
        List<Job> timers = context
                .getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .variableValueEquals("referralId", referral.toString())
                .list()
                .stream()
                .flatMap(process ->
                        management
                                .createJobQuery()
                                .processInstanceId(process.getId())
                                .activityId(timer)
                                .list()
                                .stream())
                .toList();
        assertThat(timers).as("timers " + timer).hasSize(1);
        until(timers.get(0).getDuedate().toInstant());
    }

    /** So many days, to the same time by London's clocks: a day on which they change is no 24 hours long. */
    public void days(int number) {
        MovableClock clock = context.getBean(MovableClock.class);
        clock.moveTo(clock.instant().atZone(WorkingDays.LONDON).plusDays(number).toInstant());
    }

    /** A time of a day in London. */
    public void until(LocalDate day, LocalTime time) {
        until(day.atTime(time).atZone(WorkingDays.LONDON).toInstant());
    }

    private void until(Instant moment) {
        MovableClock clock = context.getBean(MovableClock.class);
        if (moment.isAfter(clock.instant())) {
            clock.moveTo(moment);
        }
    }
}
