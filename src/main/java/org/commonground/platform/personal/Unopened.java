package org.commonground.platform.personal;

import java.util.UUID;
import java.util.function.Function;

/**
 * A row that has been read and not opened yet. A list reads all its rows first, and then {@link Keys} opens them with
 * one look for all keys.
 *
 * @param subject whose key opens it
 */
public record Unopened<T>(UUID subject, Function<SubjectKey, T> open) {}
