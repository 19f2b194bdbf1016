package org.commonground.web.pages;

import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Passwords and keys we have just made, for the next page alone: whoever loads it again does not see them any more.
 *
 * @param what what they are: {@code passwords}
 */
public record OnceSecrets(String what, List<Secret> secrets) {

    private static final String NAME = "once";

    public OnceSecrets {
        secrets = List.copyOf(secrets);
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "OnceSecrets[" + secrets.size() + "]";
    }

    /** @param of whose: a username or an ODS code */
    public record Secret(String of, String value) {

        /** Shows nothing. */
        @Override
        public String toString() {
            return "Secret[]";
        }
    }

    public void showNext(RedirectAttributes next) {
        next.addFlashAttribute(NAME, this);
    }
}
