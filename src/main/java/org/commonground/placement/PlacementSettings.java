package org.commonground.placement;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How placements go.
 *
 * @param openOffers how many groups are tried for one person at once
 * @param askWithin how many working days a freed place is held while the person who waited longest is asked
 * @param reviewWaitingAfter after how many weeks a person who waits is asked whether they stay
 * @param checkStaysFresh how many days a signed person's side needs no second look when a place comes free
 * @param remindAfter after how many working days the organisers are reminded of an offer
 * @param lapseAfter after how many working days an offer lapses
 */
@ConfigurationProperties("commonground.placement")
public record PlacementSettings(
        @DefaultValue("2") int openOffers,
        @DefaultValue("3") int askWithin,
        @DefaultValue("4") int reviewWaitingAfter,
        @DefaultValue("28") int checkStaysFresh,
        @DefaultValue("6") int remindAfter,
        @DefaultValue("10") int lapseAfter) {}
