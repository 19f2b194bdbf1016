package org.commonground.group;

import java.time.LocalDate;
import java.time.LocalTime;

/** A day on which a group meets, and the time in Europe/London. */
public record NextSession(LocalDate on, LocalTime at) {}
