package org.commonground.correspondence.channel;

import jakarta.mail.MessagingException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Reads out of the mail library's failures what the server said: a code, never the text, which may name people. */
final class SmtpAnswer {

    private SmtpAnswer() {}

    static Delivery of(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return new Delivery.NoAnswer("not-let-in");
        }
        Set<Throwable> all = everythingIn(failure);
        Optional<Delivery> recipient =
                find(all, SMTPAddressFailedException.class).map(e -> judged(e.getReturnCode()));
        // our own address is not accepted: nothing is wrong with this mail, so it is tried again
        Optional<Delivery> sender = find(all, SMTPSenderFailedException.class)
                .map(e -> new Delivery.Delayed(String.valueOf(e.getReturnCode())));
        Optional<Delivery> content = find(all, SMTPSendFailedException.class).map(e -> judged(e.getReturnCode()));
        return recipient.or(() -> sender).or(() -> content).orElseGet(() -> new Delivery.NoAnswer("no-answer"));
    }

    private static Delivery judged(int code) {
        String status = String.valueOf(code);
        return code >= 500 && code < 600 ? new Delivery.Refused(status) : new Delivery.Delayed(status);
    }

    private static <E> Optional<E> find(Set<Throwable> all, Class<E> type) {
        return all.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The failure with all its causes: the mail library chains them in three ways. */
    private static Set<Throwable> everythingIn(MailException failure) {
        Set<Throwable> all = new LinkedHashSet<>();
        collect(failure, all);
        return all;
    }

    private static void collect(Throwable failure, Set<Throwable> all) {
        if (failure == null || !all.add(failure)) {
            return;
        }
        collect(failure.getCause(), all);
        if (failure instanceof MessagingException mail) {
            collect(mail.getNextException(), all);
        }
        if (failure instanceof MailSendException several) {
            several.getFailedMessages().values().forEach(each -> collect(each, all));
        }
    }
}
