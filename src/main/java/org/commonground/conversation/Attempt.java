package org.commonground.conversation;

import java.time.Instant;
import org.commonground.account.AccountId;
import org.commonground.referral.Way;

/**
 * One attempt to reach a person.
 *
 * @param number counted from 1
 * @param by who tried; null where it was nobody signed in
 */
public record Attempt(int number, Way way, Instant at, ContactResult result, AccountId by) {}
