package org.commonground.correspondence.words;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Method;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Duration;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.commonground.correspondence.words.Message.Appointment;
import org.commonground.platform.time.WorkingDays;

/**
 * An appointment as a calendar understands it (iCalendar, RFC 5545), in London's time. An appointment that moves keeps
 * its id and gets a higher version, so that a calendar moves it too.
 */
public final class CalendarEntry {

    public static final String TYPE = "text/calendar; method=PUBLISH; charset=UTF-8";

    private CalendarEntry() {}

    /**
     * @param id the same for every version of this appointment, unique in the world
     * @param version counts up from 0
     * @param now when this version was made
     */
    public static String of(Appointment appointment, String id, int version, Instant now) {
        VEvent event = new VEvent();
        event.setUid(id);
        event.setSequence(version);
        event.setDateTimeStamp(Date.from(now));
        event.setSummary(appointment.title());
        event.setDateStart(Date.from(appointment.start()), true);
        event.setDuration(Duration.fromMillis(appointment.length().toMillis()));
        if (appointment.place() != null) {
            event.setLocation(appointment.place());
        }
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Common Ground//EN");
        calendar.setMethod(Method.publish());
        calendar.addEvent(event);
        calendar.getTimezoneInfo()
                .setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(WorkingDays.LONDON), london()));
        return Biweekly.write(calendar).go();
    }

    /** The rules of London's clocks since 1996, which the file has to bring along. */
    private static VTimezone london() {
        StandardTime winter = new StandardTime();
        winter.setDateStart(new DateTimeComponents(1996, 10, 27, 2, 0, 0, false));
        winter.setTimezoneOffsetFrom(new UtcOffset(true, 1, 0));
        winter.setTimezoneOffsetTo(new UtcOffset(true, 0, 0));
        winter.addTimezoneName("GMT");
        winter.setRecurrenceRule(lastSundayOf(10));
        DaylightSavingsTime summer = new DaylightSavingsTime();
        summer.setDateStart(new DateTimeComponents(1996, 3, 31, 1, 0, 0, false));
        summer.setTimezoneOffsetFrom(new UtcOffset(true, 0, 0));
        summer.setTimezoneOffsetTo(new UtcOffset(true, 1, 0));
        summer.addTimezoneName("BST");
        summer.setRecurrenceRule(lastSundayOf(3));
        VTimezone london = new VTimezone(WorkingDays.LONDON.getId());
        london.addStandardTime(winter);
        london.addDaylightSavingsTime(summer);
        return london;
    }

    private static Recurrence lastSundayOf(int month) {
        return new Recurrence.Builder(Frequency.YEARLY)
                .byMonth(month)
                .byDay(-1, DayOfWeek.SUNDAY)
                .build();
    }
}
