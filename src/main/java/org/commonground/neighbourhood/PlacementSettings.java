package org.commonground.neighbourhood;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How placements go, where a neighbourhood has no numbers of its own; meanings are those of {@link Numbers}. */
@ConfigurationProperties("commonground.placement")
record PlacementSettings(
        @DefaultValue("2") int openOffers,
        @DefaultValue("3") int askWithin,
        @DefaultValue("4") int reviewWaitingAfter,
        @DefaultValue("28") int checkStaysFresh,
        @DefaultValue("6") int remindAfter,
        @DefaultValue("10") int lapseAfter) {}
