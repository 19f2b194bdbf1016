package org.commonground.conversation.reach;

import org.commonground.platform.Worded;

/** How we may write to somebody a last time: the values of the process variable {@code letter}. */
public enum LetterWay implements Worded {
    /** They agreed to mails, mail is safe, and we have an address. */
    BY_MAIL,
    /** A letter to the home is safe, and we have an address. */
    BY_LETTER,
    NEITHER_IS_SAFE;
}
