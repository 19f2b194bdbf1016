package org.commonground.correspondence.outbox;

import org.commonground.platform.Worded;

/** Whether somebody has told the person. */
public enum Told implements Worded {
    TOLD,
    COULD_NOT;
}
