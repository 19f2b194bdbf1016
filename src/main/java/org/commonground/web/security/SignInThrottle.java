package org.commonground.web.security;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords and closes the door for a while when there are too many: soon for one username from one
 * address, later for one username from anywhere, so that a stranger elsewhere cannot easily lock somebody out. It
 * counts in memory, on each node by itself, and forgets the oldest when it holds {@value #MOST}.
 */
@Component
class SignInThrottle {

    private static final int MOST = 20_000;

    /** No username of ours is longer; what is typed may be. */
    private static final int LONGEST = 64;

    private final SignInSettings settings;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    SignInThrottle(SignInSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    synchronized boolean isClosed(String username, String address) {
        return count(here(username, address)) >= settings.attempts()
                || count(anywhere(username)) >= settings.attemptsAnywhere();
    }

    synchronized void failed(String username, String address) {
        add(here(username, address));
        add(anywhere(username));
    }

    synchronized void succeeded(String username, String address) {
        failures.remove(here(username, address));
        failures.remove(anywhere(username));
    }

    private int count(String key) {
        Failures known = failures.get(key);
        return known == null || !known.since().plus(settings.pause()).isAfter(clock.instant()) ? 0 : known.count();
    }

    private void add(String key) {
        int before = count(key);
        failures.remove(key);
        failures.put(key, new Failures(before + 1, clock.instant()));
        if (failures.size() > MOST) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    private static String here(String username, String address) {
        return anywhere(username) + " " + address;
    }

    private static String anywhere(String username) {
        String key = username.strip().toLowerCase(Locale.ROOT);
        return key.substring(0, Math.min(key.length(), LONGEST));
    }

    /** How many, and when the last one was. */
    private record Failures(int count, Instant since) {}
}
