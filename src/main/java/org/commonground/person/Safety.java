package org.commonground.person;

import org.commonground.platform.Worded;

/** Whether a way of reaching a person is safe for them. Only a safe way is ever used by itself. */
public enum Safety implements Worded {
    SAFE,
    UNSAFE,
    UNKNOWN;
}
