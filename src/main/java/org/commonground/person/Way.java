package org.commonground.person;

import org.commonground.platform.Worded;

/** A way of reaching a person. */
public enum Way implements Worded {
    CALL,
    VOICEMAIL,
    TEXT,
    MAIL,
    LETTER;
}
