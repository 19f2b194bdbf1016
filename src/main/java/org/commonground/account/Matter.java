package org.commonground.account;

import java.util.UUID;

/**
 * One thing to settle, which a link opens and nothing beside it.
 *
 * @param task what settles it: the id of a human task, {@code answer-offer}
 * @param subject what it is about: the row whose process has that task, such as a placement
 */
public record Matter(String task, UUID subject) {}
