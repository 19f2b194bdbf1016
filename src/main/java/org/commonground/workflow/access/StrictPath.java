package org.commonground.workflow.access;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes a path apart in one way only. What two programs could read differently is refused: empty and dot segments,
 * matrix parameters, encoded characters other than the colon of a definition's id, anything beyond plain letters.
 */
final class StrictPath {

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_:][A-Za-z0-9_:.-]{0,254}");

    private StrictPath() {}

    /**
     * The segments below a root, decoded; one slash at the end is dropped, as the engine's own router does.
     *
     * @param root ends with a slash
     * @param uri as it came, still encoded, without the query
     */
    static List<String> below(String root, String uri) {
        if (!uri.startsWith(root)) {
            throw RefusedByWall.notAllowed();
        }
        String rest = uri.substring(root.length());
        if (rest.endsWith("/")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        List<String> segments = new ArrayList<>();
        for (String encoded : rest.split("/", -1)) {
            String segment = encoded.replace("%3A", ":").replace("%3a", ":");
            if (!SEGMENT.matcher(segment).matches()) {
                throw RefusedByWall.malformed("This address is not understood");
            }
            segments.add(segment);
        }
        return List.copyOf(segments);
    }
}
