package org.commonground.group;

import java.util.Optional;

/**
 * How many people a group has and can still take, counted at one moment. Only a count made under the group's lock
 * promises anything.
 *
 * @param held places held while an offer is open
 * @param taken places taken
 * @param closed whether the group takes nobody at present: closed or suspended
 * @param newThisMonth places taken in this calendar month and not given back since
 */
public record Availability(GroupId group, Capacity capacity, int held, int taken, int newThisMonth, boolean closed) {

    /** Of a group that is open. */
    public Availability(GroupId group, Capacity capacity, int held, int taken, int newThisMonth) {
        this(group, capacity, held, taken, newThisMonth, false);
    }

    public int free() {
        return capacity.places() - held - taken;
    }

    /** Why no further place can be held; empty where one can. */
    public Optional<GroupFull.Of> full() {
        if (closed) {
            return Optional.of(GroupFull.Of.CLOSED);
        }
        if (free() <= 0) {
            return Optional.of(GroupFull.Of.PLACES);
        }
        if (newThisMonth + held >= capacity.newPeopleAMonth()) {
            return Optional.of(GroupFull.Of.NEW_PEOPLE);
        }
        if (held >= capacity.openOffers()) {
            return Optional.of(GroupFull.Of.OFFERS);
        }
        return Optional.empty();
    }

    /**
     * Why no place can be held for somebody who comes after others; empty where one can.
     *
     * @param ahead how many people come first
     */
    public Optional<GroupFull.Of> full(int ahead) {
        Optional<GroupFull.Of> now = full();
        boolean left = new Availability(group, capacity, held + ahead, taken, newThisMonth)
                .full()
                .isEmpty();
        return now.isPresent() || left ? now : Optional.of(GroupFull.Of.WAITING);
    }
}
