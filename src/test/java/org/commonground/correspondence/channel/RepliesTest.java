package org.commonground.correspondence.channel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.ClaimedMail;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.MessageState;
import org.commonground.correspondence.PostedMessage;
import org.commonground.correspondence.Window;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.Templates;
import org.commonground.neighbourhood.Neighbourhood;
import org.commonground.platform.Ids;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Phone;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** An answer to a mail goes to the service that it is from; where nobody reads any, to nobody. */
@CommonGroundTest
class RepliesTest {

    @Autowired
    private Templates templates;

    @Autowired
    private Clock clock;

    /** Keeps what it is to send. */
    private static final class Kept extends JavaMailSenderImpl {

        private final List<MimeMessage> messages = new ArrayList<>();

        @Override
        public void send(MimeMessage message) {
            messages.add(message);
        }
    }

    @Test
    void goWhereTheServiceReadsThem() throws Exception {
        assertThat(repliesTo(Optional.of(service(new MailAddress("hello@river.example")))))
                .containsExactly(new InternetAddress("hello@river.example"));
    }

    @Test
    void goToTheSenderWhoReadsNothingWhereThereIsNoService() throws Exception {
        InternetAddress nobody = new InternetAddress("no-reply@localhost");
        assertThat(repliesTo(Optional.of(service(null)))).containsExactly(nobody);
        assertThat(repliesTo(Optional.empty())).containsExactly(nobody);
    }

    private Address[] repliesTo(Optional<Neighbourhood> from) throws Exception {
        Kept server = new Kept();
        MailSettings settings =
                new MailSettings("no-reply@localhost", Duration.ofSeconds(5), 1, Duration.ofSeconds(60), List.of());
        Courier courier = new Courier(server, templates, clock, settings, URI.create("http://localhost"));
        PostedMessage row = new PostedMessage(
                MessageId.next(),
                MessageKind.RECEIVED,
                Ids.next(),
                Ids.next(),
                Ids.next(),
                from.map(Neighbourhood::id),
                Window.ALWAYS,
                MessageState.CLAIMED,
                Channel.EMAIL,
                1,
                null);
        Message mail = new Message(
                        new MailAddress("practice@example.org"),
                        "We have your referral",
                        Map.of("reference", "CG-7F3K-2Q"),
                        Optional.empty())
                .from(from, Optional.empty());
        assertThat(courier.deliver(new ClaimedMail(row, Ids.next(), 0), mail)).isInstanceOf(Delivery.Sent.class);
        return server.messages.get(0).getReplyTo();
    }

    private static Neighbourhood service(MailAddress replies) {
        return new Neighbourhood(
                NeighbourhoodId.next(), "River", new Phone("01632 960300"), "Monday to Friday", replies);
    }
}
