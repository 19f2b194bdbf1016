package org.commonground.web.referral;

import org.commonground.person.Way;

/** A way of reaching somebody, in words. */
final class WayWords {

    private WayWords() {}

    static String of(Way way) {
        return switch (way) {
            case CALL -> "Phone call";
            case VOICEMAIL -> "Voicemail";
            case TEXT -> "Text message";
            case MAIL -> "E-mail";
            case LETTER -> "Letter to the home";
        };
    }
}
