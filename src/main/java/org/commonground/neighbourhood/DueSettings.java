package org.commonground.neighbourhood;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How soon things are due, where a neighbourhood has no numbers of its own; meanings are those of {@link Numbers}. */
@ConfigurationProperties("commonground.due")
record DueSettings(
        @DefaultValue("5") int routineContact,
        @DefaultValue("1") int urgentContact,
        @DefaultValue("9") int phoneOrganiser) {}
