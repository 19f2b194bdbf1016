package org.commonground.workflow.steps;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Numbers;
import org.commonground.placement.OrganiserMessage;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.platform.Worded;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Urgency;
import org.springframework.stereotype.Component;

/**
 * When tasks and timers of the models are due: always a date, the end (17:00 in London) of a working day; in a crisis
 * so long from now.
 */
@Component
public class Due {

    private static final LocalTime START_OF_DAY = LocalTime.of(9, 0);

    private final WorkingDays days;
    private final CrisisSettings crisis;
    private final Neighbourhoods neighbourhoods;
    private final Placements offers;
    private final OrganiserMessage organisers;
    private final Clock clock;

    Due(
            WorkingDays days,
            CrisisSettings crisis,
            Neighbourhoods neighbourhoods,
            Placements offers,
            OrganiserMessage organisers,
            Clock clock) {
        this.days = days;
        this.crisis = crisis;
        this.neighbourhoods = neighbourhoods;
        this.offers = offers;
        this.organisers = organisers;
        this.clock = clock;
    }

    /** @param urgency the word of an {@link Urgency} */
    public Date firstContact(String neighbourhood, String urgency) {
        Numbers numbers = numbers(neighbourhood);
        return workingDays(
                Worded.of(Urgency.class, urgency) == Urgency.URGENT
                        ? numbers.urgentContact()
                        : numbers.routineContact());
    }

    public Date workingDays(int number) {
        return Date.from(days.endOfDayIn(number));
    }

    /** Today at 17:00, at once where that is over; on a day off the next working day. */
    public Date endOfToday() {
        return workingDays(0);
    }

    /** When we wait no longer for a reply to the last letter. */
    public Date reply(String neighbourhood) {
        return workingDays(numbers(neighbourhood).replyWithin());
    }

    /** When a freed place goes to the next, unless somebody has said that it is still wanted. */
    public Date askLapses(String neighbourhood) {
        return workingDays(numbers(neighbourhood).askWithin());
    }

    /**
     * When the organisers of an open offer are phoned: as long before it lapses as the two numbers lie apart; now, where
     * none of them could be written to.
     */
    public Date phoneOrganiser(String placement) {
        if (organisers.organisersOf(UUID.fromString(placement)).isEmpty()) {
            return Date.from(clock.instant());
        }
        Placement offer = offer(placement);
        Numbers numbers = neighbourhoods.numbersOf(offer.neighbourhood());
        int earlier = Math.max(0, numbers.lapseAfter() - numbers.phoneAfter());
        return Date.from(WorkingDays.endOf(days.before(answerBy(offer), earlier)));
    }

    /** When an open offer lapses. */
    public Date offerLapses(String placement) {
        return Date.from(WorkingDays.endOf(answerBy(offer(placement))));
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
        return in(crisis.crisisToLead());
    }

    public Date crisisToSupervisors() {
        return in(crisis.crisisToSupervisors());
    }

    /** 09:00 in London, of the next working day. */
    public Date nextMorning() {
        return startOf(days.after(days.today().plusDays(1), 0));
    }

    private Numbers numbers(String neighbourhood) {
        return neighbourhoods.numbersOf(NeighbourhoodId.of(neighbourhood));
    }

    private Date in(Duration later) {
        return Date.from(clock.instant().plus(later));
    }

    private Placement offer(String placement) {
        return offers.find(new PlacementId(UUID.fromString(placement)));
    }

    private static LocalDate answerBy(Placement offer) {
        return offer.answerBy().orElseThrow();
    }

    /** 09:00 in London: when something planned for a day comes to somebody. */
    static Date startOf(LocalDate day) {
        return Date.from(day.atTime(START_OF_DAY).atZone(WorkingDays.LONDON).toInstant());
    }
}
