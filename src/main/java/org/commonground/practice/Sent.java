package org.commonground.practice;

import java.util.Optional;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;

/**
 * A referral as the practice that sent it sees it: whom it was about, and what it may hear.
 *
 * @param name given and family name
 */
public record Sent(
        PracticeView view, PersonName name, BirthDate born, Optional<NhsNumber> nhsNumber, PersonName referrer) {}
