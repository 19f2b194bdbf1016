package org.commonground.neighbourhood;

import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;

/**
 * How to reach a practice's duty clinician on the same day.
 *
 * @param name whom to ask for: {@code Duty doctor}, or somebody's name
 * @param phone a line that is answered while the practice is open; not the one patients call
 */
public record DutyContact(PersonName name, Phone phone) {}
