package org.commonground.platform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes sure that a JDBC address carries what every connection of ours relies on, whatever it was given with. */
final class PostgresUrl {

    /** What the address itself says is replaced by these: the driver gives it the last word otherwise. */
    private static final Map<String, String> ALWAYS = new TreeMap<>(Map.of(
            // the detail of a broken constraint quotes the row, and rows hold people
            "logServerErrorDetail", "false",
            "reWriteBatchedInserts", "true",
            // our tables first, then the engine's
            "currentSchema", "app,engine"));

    private PostgresUrl() {}

    static String complete(String url) {
        int question = url.indexOf('?');
        String address = question < 0 ? url : url.substring(0, question);
        List<String> parameters = new ArrayList<>();
        if (question >= 0) {
            for (String parameter : url.substring(question + 1).split("&")) {
                if (!parameter.isBlank() && !ALWAYS.containsKey(parameter.split("=", 2)[0])) {
                    parameters.add(parameter);
                }
            }
        }
        ALWAYS.forEach((name, value) -> parameters.add(name + "=" + value));
        return address + "?" + String.join("&", parameters);
    }
}
