package org.commonground.platform.personal;

import java.util.UUID;

/** What is personal about a subject cannot be read any more: there is no key for it, because it was forgotten. */
public class KeyGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyGone(UUID subject) {
        super("there is no key for " + subject);
    }
}
