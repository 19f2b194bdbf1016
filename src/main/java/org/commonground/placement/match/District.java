package org.commonground.placement.match;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonground.platform.personal.PostalAddress;

/** Reads the outward part of a postcode ({@code BS5}) out of a postal address. */
public final class District {

    private static final Pattern POSTCODE = Pattern.compile("\\b([A-Z]{1,2}[0-9][A-Z0-9]?)\\s*[0-9][A-Z]{2}\\s*$");

    private District() {}

    public static Optional<String> of(PostalAddress address) {
        for (String line : address.text().toUpperCase(Locale.ROOT).split("\\R|,")) {
            Matcher matcher = POSTCODE.matcher(line);
            if (matcher.find()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }
}
