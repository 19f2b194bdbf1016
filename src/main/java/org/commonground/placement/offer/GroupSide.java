package org.commonground.placement.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.commonground.platform.Signature;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;

/**
 * How a group decided about an offer. It tells about the person: the caller has checked who reads it.
 *
 * @param condition what the group asks for, where it said yes with conditions
 * @param conditions the same in its own words
 * @param tryAgainFrom from which day it may be asked again, where it said not now
 * @param spokenWith who said it on the phone, where a link worker recorded it
 * @param answeredBy who recorded it
 */
public record GroupSide(
        OfferAnswer answer,
        Optional<ConditionKind> condition,
        Optional<Narrative> conditions,
        Optional<PersonName> contactOnDay,
        Optional<Narrative> note,
        Optional<LocalDate> tryAgainFrom,
        Optional<PersonName> spokenWith,
        Signature answeredBy,
        Instant answeredAt) {

    @Override
    public String toString() {
        return "GroupSide[" + answer.word() + "]";
    }
}
