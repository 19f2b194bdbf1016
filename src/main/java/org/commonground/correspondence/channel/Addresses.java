package org.commonground.correspondence.channel;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import org.commonground.platform.personal.MailAddress;

/** Decides which addresses a mail may be sent to: one plain mailbox, short enough for SMTP, nothing hidden in it. */
public final class Addresses {

    /** RFC 5321: 64 for the mailbox, 254 for the whole. */
    private static final int LONGEST = 254;

    private static final int LONGEST_MAILBOX = 64;

    private Addresses() {}

    /** The address for a mail's header; empty for anything but one ordinary {@code mailbox@host.name}. */
    public static Optional<InternetAddress> of(MailAddress address) {
        String text = address.text();
        int at = text.lastIndexOf('@');
        if (text.length() > LONGEST
                || at < 1
                || at > LONGEST_MAILBOX
                || !text.chars().allMatch(c -> c > ' ' && c < 127 && "\"(),:;<>[\\]".indexOf(c) < 0)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InternetAddress(text, true));
        } catch (AddressException odd) {
            return Optional.empty();
        }
    }
}
