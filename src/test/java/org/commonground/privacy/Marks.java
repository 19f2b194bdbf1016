package org.commonground.privacy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Everything by which one invented person could be known, and each way to write it. No other test has them, so
 * wherever one is found it has come from this person.
 *
 * @param word stands in every field that takes text: names, address, stories, whatever somebody writes down
 * @param phone as the practice gave it
 */
record Marks(String word, String phone) {

    static final String NHS_NUMBER = "999 000 0042";
    static final String BORN = "1937-11-29";

    static Marks ofSomebodyNew() {
        String letters = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        return new Marks("Zqmark" + letters, "07700 " + (900000 + (int) (Math.random() * 999)));
    }

    String mail() {
        return word.toLowerCase(Locale.ROOT) + "@person.example";
    }

    /** In small letters. */
    List<String> written() {
        String digits = phone.replace(" ", "");
        return List.of(
                word.toLowerCase(Locale.ROOT),
                phone,
                digits,
                "+44" + digits.substring(1),
                "+44 " + phone.substring(1),
                NHS_NUMBER,
                NHS_NUMBER.replace(" ", ""),
                BORN,
                "29 november 1937",
                "29/11/1937");
    }

    /** Those that a text holds, in whatever letters they are written. */
    List<String> in(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return written().stream().filter(small::contains).toList();
    }

    /** Those that an address holds, as it stands and decoded. */
    List<String> inAddress(String address) {
        // a sign that encodes nothing is itself
        String decoded = URLDecoder.decode(address.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
        return in(address + " " + decoded);
    }
}
