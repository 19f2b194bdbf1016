package org.commonground.workflow.steps;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.UUID;
import org.commonground.conversation.reach.ContactSettings;
import org.commonground.placement.OrganiserMail;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementSettings;
import org.commonground.placement.Placements;
import org.commonground.platform.Worded;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Urgency;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * When tasks and timers of the models are due: always a date, the end (17:00 in London) of a working day; in a crisis
 * so long from now.
 */
@Component
@EnableConfigurationProperties(DueSettings.class)
public class Due {

    private static final LocalTime START_OF_DAY = LocalTime.of(9, 0);

    private final WorkingDays days;
    private final DueSettings settings;
    private final PlacementSettings placements;
    private final ContactSettings contacts;
    private final Placements offers;
    private final OrganiserMail organisers;
    private final Clock clock;

    Due(
            WorkingDays days,
            DueSettings settings,
            PlacementSettings placements,
            ContactSettings contacts,
            Placements offers,
            OrganiserMail organisers,
            Clock clock) {
        this.days = days;
        this.settings = settings;
        this.placements = placements;
        this.contacts = contacts;
        this.offers = offers;
        this.organisers = organisers;
        this.clock = clock;
    }

    /** @param urgency the word of an {@link Urgency} */
    public Date firstContact(String urgency) {
        return workingDays(
                Worded.of(Urgency.class, urgency) == Urgency.URGENT
                        ? settings.urgentContact()
                        : settings.routineContact());
    }

    public Date workingDays(int number) {
        return Date.from(days.endOfDayIn(number));
    }

    /** Today at 17:00, at once where that is over; on a day off the next working day. */
    public Date endOfToday() {
        return workingDays(0);
    }

    /** When we wait no longer for a reply to the last letter. */
    public Date reply() {
        return workingDays(contacts.replyWithin());
    }

    /** When a freed place goes to the next, unless somebody has said that it is still wanted. */
    public Date askLapses() {
        return workingDays(placements.askWithin());
    }

    /**
     * When the organisers of an open offer are phoned: as long before it lapses as the settings lie apart; now, where none
     * of them could be written to.
     */
    public Date phoneOrganiser(String placement) {
        if (organisers.organisersOf(UUID.fromString(placement)).isEmpty()) {
            return Date.from(clock.instant());
        }
        int earlier = Math.max(0, placements.lapseAfter() - settings.phoneOrganiser());
        return Date.from(WorkingDays.endOf(days.before(answerBy(placement), earlier)));
    }

    /** When an open offer lapses. */
    public Date offerLapses(String placement) {
        return Date.from(WorkingDays.endOf(answerBy(placement)));
    }

    /** Today at 17:00 whatever day it is, or an hour from now where that is over or near: a crisis waits for no working day. */
    public Date crisis() {
        Date today = Date.from(days.today()
                .atTime(WorkingDays.END_OF_DAY)
                .atZone(WorkingDays.LONDON)
                .toInstant());
        Date soon = in(Duration.ofHours(1));
        return today.after(soon) ? today : soon;
    }

    public Date crisisToLead() {
        return in(settings.crisisToLead());
    }

    public Date crisisToSupervisors() {
        return in(settings.crisisToSupervisors());
    }

    /** 09:00 in London, of the next working day. */
    public Date nextMorning() {
        return startOf(days.after(days.today().plusDays(1), 0));
    }

    private Date in(Duration later) {
        return Date.from(clock.instant().plus(later));
    }

    private LocalDate answerBy(String placement) {
        return offers.find(new PlacementId(UUID.fromString(placement)))
                .answerBy()
                .orElseThrow();
    }

    /** 09:00 in London: when something planned for a day comes to somebody. */
    static Date startOf(LocalDate day) {
        return Date.from(day.atTime(START_OF_DAY).atZone(WorkingDays.LONDON).toInstant());
    }
}
