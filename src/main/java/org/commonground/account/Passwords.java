package org.commonground.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People's passwords. One that we make is shown once, and its owner chooses another before doing anything else; it is
 * never mailed and never logged.
 */
@Service
@Transactional
public class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What bcrypt can take; more would be cut off in silence. */
    private static final int LONGEST_BYTES = 72;

    /** Easy to read aloud and to type: nothing that looks like something else. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final Events events;

    Passwords(AccountRepository accounts, PasswordEncoder encoder, Events events) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.events = events;
    }

    /** Makes another password for somebody; the former one opens nothing from now on. */
    public IssuedPassword reset(AccountId id, Actor actor) {
        Administration.require(actor);
        Account account = accounts.find(id)
                .filter(Account::active)
                .orElseThrow(() -> Refusal.notFound("There is no such account"));
        String password = make();
        accounts.changePassword(id, encoder.encode(password), true);
        events.publish(AccountChanged.of(id, "new-password", actor));
        return new IssuedPassword(id, account.username(), password);
    }

    /**
     * Keeps the password somebody has chosen for themselves.
     *
     * @throws Refusal where the one of now is wrong, or the new one cannot be taken
     */
    public void change(ChangePassword command, Actor.SignedIn actor) {
        Commands.require(command);
        requireShort("chosen", command.chosen());
        if (!encoder.matches(command.current(), accounts.passwordHash(actor.account()))) {
            throw Refusal.invalid("current", "This is not your present password");
        }
        accounts.changePassword(actor.account(), encoder.encode(command.chosen()), false);
        events.publish(AccountChanged.of(actor.account(), "own-password", actor));
    }

    /** 79 random bits, in four groups of four. */
    public static String make() {
        StringBuilder made = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            made.append(group == 0 ? "" : "-");
            for (int place = 0; place < GROUP_LENGTH; place++) {
                made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            }
        }
        return made.toString();
    }

    static void requireShort(String field, String password) {
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw Refusal.invalid(field, "Password must be shorter");
        }
    }
}
