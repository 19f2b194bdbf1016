package org.commonground.platform.event;

import java.util.UUID;

/**
 * Something that has happened, named in the past tense. It carries ids and coded words only, never anything about a
 * person: each one becomes a row of the append-only event table, and its id is the occasion of the mails it causes.
 */
public interface DomainEvent {

    UUID id();

    /** The referral it is about, or null where it is about none (a group, a mail). */
    UUID referral();

    /** The row it is about: a placement, a concern, a mail; the referral itself where nothing smaller fits. */
    default UUID subject() {
        return referral();
    }

    /** Who did it. */
    By actor();

    /** The community group it is about, or null. */
    default UUID groupId() {
        return null;
    }

    /** The neighbourhood, where it is about no referral that would tell; null where it is about the installation. */
    default UUID neighbourhoodId() {
        return null;
    }

    /** How much or how many, in the unit that the event's name says (weeks, days, attempts); null where nothing is counted. */
    default Integer number() {
        return null;
    }

    /** A coded reason, or null. Never free text. */
    default String reason() {
        return null;
    }

    /** The event's name in the event table: {@code PlaceGivenBack} is {@code place-given-back}. */
    default String kind() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase();
    }
}
