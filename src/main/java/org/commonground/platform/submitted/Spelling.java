package org.commonground.platform.submitted;

import java.util.List;
import java.util.Locale;

/** How values are written where they come from. */
enum Spelling {
    /** A form in Tasklist: values have their types, lists are lists, unknown fields are refused. */
    FORM,
    /** A page of ours: everything is text, a date is three boxes, other parameters may stand beside. */
    PAGE,
    /** A cell of a file: everything is text, several values stand with semicolons. */
    CELL,
    /** A message to the API: values have their types and no other, unknown fields are refused. */
    JSON;

    /** Where people choose from what they see, a word of ours is no help to them. */
    boolean isChosenFromSight() {
        return this == FORM || this == PAGE;
    }

    boolean refusesUnknown() {
        return this == FORM || this == JSON;
    }

    /** People type or pick days as in England; a file and a message write year, month, day. */
    String date() {
        return Wording.DATE + (isChosenFromSight() ? "19/11/2026" : "2026-11-19");
    }

    String truth() {
        return this == JSON ? "Answer true or false" : "Answer yes or no";
    }

    String choice(List<String> words) {
        return isChosenFromSight() ? Wording.CHOICE : Wording.oneOf(words);
    }

    /** The words for yes and no, in this order. */
    List<String> yesAndNo() {
        return this == CELL ? List.of("yes", "no") : List.of("true", "false");
    }

    /** As our own words are compared: in a file capital letters mean the same. */
    String word(String text) {
        return this == CELL ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** Text as it is kept: a browser ends lines with a return of its own, which nobody typed. */
    String text(String text) {
        return (this == PAGE ? text.replace("\r\n", "\n") : text).strip();
    }
}
