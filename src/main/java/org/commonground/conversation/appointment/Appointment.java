package org.commonground.conversation.appointment;

import java.time.Instant;
import org.commonground.account.AccountId;
import org.commonground.platform.personal.Narrative;

/**
 * When and where we talk with a person.
 *
 * @param with the link worker who agreed it and will be there; null where it was nobody signed in
 */
public record Appointment(Instant at, Narrative place, AccountId with) {}
