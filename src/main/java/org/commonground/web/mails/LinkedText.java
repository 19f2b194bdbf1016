package org.commonground.web.mails;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text cut into pieces, so that the addresses in it can be shown as links. */
final class LinkedText {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    private LinkedText() {}

    /** A piece of text; an address where {@code link} says so. */
    public record Piece(String text, boolean link) {}

    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher address = ADDRESS.matcher(text);
        int end = 0;
        while (address.find()) {
            pieces.add(new Piece(text.substring(end, address.start()), false));
            pieces.add(new Piece(address.group(), true));
            end = address.end();
        }
        pieces.add(new Piece(text.substring(end), false));
        return pieces;
    }
}
