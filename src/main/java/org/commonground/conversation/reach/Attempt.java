package org.commonground.conversation.reach;

import java.time.Instant;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.person.Way;
import org.commonground.platform.Signature;
import org.commonground.platform.personal.Narrative;

/**
 * One attempt to reach a person.
 *
 * @param number counted from 1
 * @param why where the way was not marked safe: what was said about using it; else null
 * @param because why, where the person declined; else null
 * @param by who tried
 */
public record Attempt(
        int number, Way way, Instant at, ContactResult result, Narrative why, DeclinedBecause because, Signature by) {}
