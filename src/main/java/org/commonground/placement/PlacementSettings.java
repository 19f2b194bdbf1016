package org.commonground.placement;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How placements go.
 *
 * @param mostOpenOffers how many groups are tried for one person at once
 * @param remindAfter after how many working days the organisers are reminded of an offer
 * @param lapseAfter after how many working days an offer lapses
 */
@ConfigurationProperties("commonground.placement")
public record PlacementSettings(
        @DefaultValue("2") int mostOpenOffers,
        @DefaultValue("6") int remindAfter,
        @DefaultValue("10") int lapseAfter) {}
