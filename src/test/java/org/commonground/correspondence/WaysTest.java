package org.commonground.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.commonground.person.SafeContact;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.Worded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** By which way a person is told: the best that is agreed to, safe, known, and has not failed; never silence. */
class WaysTest {

    private static final SafeContact ALL_SAFE =
            new SafeContact(Map.of(Way.MAIL, Safety.SAFE, Way.LETTER, Safety.SAFE, Way.CALL, Safety.SAFE), null, null);

    /** What is agreed to, the safety of mail, letter and call, and which addresses are known. */
    @ParameterizedTest
    @CsvSource({
        "true,  safe,    safe,    safe,    mail address phone, email",
        // from e-mail to letter: consent withdrawn, marked unsafe, never said, address gone
        "false, safe,    safe,    safe,    mail address phone, letter",
        "true,  unsafe,  safe,    safe,    mail address phone, letter",
        "true,  unknown, safe,    safe,    mail address phone, letter",
        "true,  safe,    safe,    safe,    address phone,      letter",
        // from e-mail to call: nor is a letter safe, or there is no address
        "false, safe,    unsafe,  safe,    mail address phone, call",
        "false, safe,    unknown, safe,    mail address phone, call",
        "false, safe,    safe,    safe,    mail phone,         call",
        "true,  unsafe,  unsafe,  unknown, mail address phone, call",
        "true,  safe,    safe,    safe,    phone,              call",
        // to nothing: nor may they be called, or there is no number
        "false, safe,    unsafe,  unsafe,  mail address phone, no-safe-way",
        "false, safe,    unsafe,  safe,    mail address,       no-safe-way",
        "true,  safe,    safe,    safe,    none,               no-safe-way",
        "true,  unsafe,  unknown, unsafe,  mail address phone, no-safe-way"
    })
    void theBestThatIsOpen(boolean agreed, String mail, String letter, String call, String known, String expected) {
        SafeContact safe = new SafeContact(
                Map.of(Way.MAIL, safety(mail), Way.LETTER, safety(letter), Way.CALL, safety(call)), null, null);
        assertThat(next(ways(agreed, safe, known), MessageKind.FIRST_SESSION_APPOINTMENT, Set.of()))
                .isEqualTo(expected);
        assertThat(next(ways(agreed, safe, known), MessageKind.NOT_REACHED, Set.of()))
                .as("whoever was called in vain is not called about that")
                .isEqualTo(expected.equals("call") ? "no-safe-way" : expected);
    }

    @ParameterizedTest
    @CsvSource({
        "email,             letter,       letter",
        "email letter,      call,         no-other-way",
        "email call,        letter,       letter",
        "letter,            email,        email",
        "email letter call, no-other-way, no-other-way"
    })
    void whatFailedIsNotTriedAgain(String failed, String expected, String notReached) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        Arrays.stream(failed.split(" "))
                .map(word -> Worded.of(Channel.class, word))
                .forEach(channels::add);

        Ways ways = ways(true, ALL_SAFE, "mail address phone");
        assertThat(next(ways, MessageKind.CONVERSATION_APPOINTMENT, channels)).isEqualTo(expected);
        assertThat(next(ways, MessageKind.NOT_REACHED, channels)).isEqualTo(notReached);
    }

    @ParameterizedTest
    @EnumSource(names = "NOT_REACHED", mode = Mode.EXCLUDE)
    void everythingElseMayBeToldInACall(MessageKind kind) {
        assertThat(kind.channels()).containsExactlyInAnyOrder(Channel.values());
    }

    private static Ways ways(boolean agreed, SafeContact safe, String known) {
        return new Ways(agreed, safe, known.contains("mail"), known.contains("address"), known.contains("phone"));
    }

    private static Safety safety(String word) {
        return Worded.of(Safety.class, word);
    }

    private static String next(Ways ways, MessageKind kind, Set<Channel> failed) {
        Ways.Next next = ways.next(kind, failed);
        return next instanceof Ways.By by
                ? by.channel().word()
                : ((Ways.Nothing) next).reason().word();
    }
}
