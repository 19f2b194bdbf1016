package org.commonground.person;

import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.PersonName;

/** What a list of people who were found shows of each. */
public record Known(PersonName name, BirthDate born) {}
