package org.commonground.platform.personal;

import java.time.LocalDate;
import java.time.Period;

/** The day a person was born. */
public record BirthDate(LocalDate date) implements Personal {

    public static BirthDate of(LocalDate date) {
        return date == null ? null : new BirthDate(date);
    }

    public static BirthDate parse(String text) {
        return text == null ? null : new BirthDate(LocalDate.parse(text));
    }

    /** Whole years on the given day. */
    public int ageOn(LocalDate day) {
        return Period.between(date, day).getYears();
    }

    @Override
    public String text() {
        return date.toString();
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
