package org.commonground.conversation.appointment;

import java.time.LocalDate;
import java.time.LocalTime;
import org.commonground.platform.personal.Narrative;

/**
 * When and where we agreed to talk, as a form's four fields {@code conversationOn, conversationAt, conversationPlace,
 * mayMail} say it.
 *
 * @param at London's time
 * @param place where, or how: "by phone"
 * @param mayMail whether they want the appointment by mail, and it is safe; null where it was not asked
 */
public record Meeting(LocalDate on, LocalTime at, Narrative place, Boolean mayMail) {}
