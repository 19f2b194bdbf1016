package org.commonground.platform.personal;

/**
 * A value that tells something about a person. It is stored only through {@link PersonalCodec}, and its
 * {@code toString} never shows it, so that it cannot slip into a log or a message.
 */
public interface Personal {

    String text();

    /** What a log may show instead of the value. */
    String HIDDEN = "•••";
}
