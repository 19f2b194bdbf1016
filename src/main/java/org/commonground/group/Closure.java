package org.commonground.group;

import java.time.LocalDate;

/**
 * That a group takes nobody, as it stands now.
 *
 * @param begun whether its day has come and everybody concerned is being told
 */
public record Closure(GroupId group, ClosureKind kind, ClosureReason reason, LocalDate from, boolean begun) {}
