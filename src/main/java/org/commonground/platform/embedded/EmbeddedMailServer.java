package org.commonground.platform.embedded;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server on the loopback interface that takes every mail, keeps it as a file and sends none on. It says "250"
 * only when the file is on disk, and otherwise "451", so that the sender tries again.
 */
public final class EmbeddedMailServer implements AutoCloseable {

    static final String HOST = "127.0.0.1";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMailServer.class);
    private static final Duration TIME_TO_START = Duration.ofSeconds(10);

    private final CaughtMails mails;
    private final GreenMail server;

    private EmbeddedMailServer(CaughtMails mails, int port) {
        this.mails = mails;
        ServerSetup smtp = new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(TIME_TO_START.toMillis());
        this.server = new GreenMail(smtp);
        server.getManagers().getUserManager().setMessageDeliveryHandler(this::keep);
    }

    /**
     * Starts it.
     *
     * @param port 0 for any that is free
     */
    static EmbeddedMailServer start(CaughtMails mails, int port) {
        EmbeddedMailServer started = new EmbeddedMailServer(mails, port);
        started.server.start();
        return started;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    private GreenMailUser keep(MovingMessage moving, MailAddress recipient) throws MessagingException {
        try {
            moving.getMessage().setHeader("Delivered-To", recipient.getEmail());
            mails.keep(moving.getMessage());
            return Nobody.INSTANCE;
        } catch (IOException e) {
            LOG.error("A mail could not be kept: {}", e.getClass().getName());
            throw new MessagingException("not kept");
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** GreenMail would keep every mail in memory as well; this mailbox lets it go. */
    private enum Nobody implements GreenMailUser {
        INSTANCE;

        @Override
        public void deliver(MovingMessage message) {
            // it is on disk
        }

        @Override
        public void deliver(jakarta.mail.internet.MimeMessage message) {
            // it is on disk
        }

        @Override
        public String getEmail() {
            return name();
        }

        @Override
        public String getLogin() {
            return name();
        }

        @Override
        public String getQualifiedMailboxName() {
            return name();
        }

        @Override
        public String getPassword() {
            return null;
        }

        @Override
        public void setPassword(String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void authenticate(String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void create() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete() {
            throw new UnsupportedOperationException();
        }
    }
}
