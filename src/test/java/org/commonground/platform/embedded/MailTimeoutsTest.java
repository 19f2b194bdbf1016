package org.commonground.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** No mail server, however it fails, holds a sender for ever: JavaMail does by default. */
@CommonGroundTest
class MailTimeoutsTest {

    private static final int A_MINUTE = 60_000;

    @Autowired
    MailProperties settings;

    @Autowired
    JavaMailSenderImpl sender;

    @ParameterizedTest
    @ValueSource(strings = {"mail.smtp.", "mail.smtps."})
    void everyWaitEnds(String protocol) {
        Map<String, String> properties = settings.getProperties();

        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            assertThat(Integer.parseInt(properties.get(protocol + wait))).isBetween(1, A_MINUTE);
        }
    }

    @Test
    void theSenderToTheEmbeddedServerKeepsToThem() {
        assertThat(sender.getJavaMailProperties()).containsAllEntriesOf(settings.getProperties());
    }
}
