package org.commonground.releases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of Common Ground: three numbers, and {@code -SNAPSHOT} on the way there. */
final class Version {

    /** After our own name; the parent has a version too. */
    private static final Pattern OURS =
            Pattern.compile("<artifactId>common-ground</artifactId>\\s*<version>([^<]+)</version>");

    private static final String ON_THE_WAY = "-SNAPSHOT";

    /** Of released versions: 0.9.0 is before 0.10.0. */
    static final Comparator<String> ORDER = Comparator.<String>comparingInt(version -> number(version, 0))
            .thenComparingInt(version -> number(version, 1))
            .thenComparingInt(version -> number(version, 2));

    private Version() {}

    static String ofPom() throws IOException {
        Matcher ours = OURS.matcher(Files.readString(Path.of("pom.xml")));
        if (!ours.find()) {
            throw new IllegalStateException("pom.xml names no version of ours");
        }
        return ours.group(1);
    }

    static boolean isReleased(String version) {
        return !version.endsWith(ON_THE_WAY);
    }

    /** The release that a version is, or is on the way to. */
    static String release(String version) {
        return version.replace(ON_THE_WAY, "");
    }

    private static int number(String version, int place) {
        return Integer.parseInt(version.split("\\.")[place]);
    }
}
