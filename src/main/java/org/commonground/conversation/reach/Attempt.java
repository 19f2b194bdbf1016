package org.commonground.conversation.reach;

import java.time.Instant;
import org.commonground.account.AccountId;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.person.Way;
import org.commonground.platform.personal.Narrative;

/**
 * One attempt to reach a person.
 *
 * @param number counted from 1
 * @param why where the way was not marked safe: what was said about using it; else null
 * @param because why, where the person declined; else null
 * @param by who tried; null where it was nobody signed in
 */
public record Attempt(
        int number, Way way, Instant at, ContactResult result, Narrative why, DeclinedBecause because, AccountId by) {}
