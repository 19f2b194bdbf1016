package org.commonground.platform.event;

import org.commonground.platform.Signature;

/**
 * Who did what has happened, as its row keeps it.
 *
 * @param role in which role, as {@code Actor.role()} names it: {@code link-worker}, {@code system}
 */
public record By(Signature signature, String role) {}
