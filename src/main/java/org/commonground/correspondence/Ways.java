package org.commonground.correspondence;

import java.util.Set;
import java.util.stream.Stream;
import org.commonground.person.SafeContact;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.Worded;

/**
 * The ways to a person as they are known now, and the one rule by which of them a message goes: the first channel of
 * {@link Channel}, in its order, that the message's kind may take, that is open, and that has not failed before.
 *
 * <p>An e-mail or a letter is open only where it is marked safe, and we have the address; an e-mail moreover only where
 * the person agreed to mails. A call is made by somebody who sees what was said about calling, so it is closed only
 * where it is marked unsafe, or where we have no number.
 *
 * @param agreedToMail whether the person's consent to mails stands
 * @param safe what was said about each way
 * @param mail whether a mail address is known
 * @param address whether a postal address is known
 * @param phone whether a number is known
 */
public record Ways(boolean agreedToMail, SafeContact safe, boolean mail, boolean address, boolean phone) {

    /** What follows: never silence. */
    public sealed interface Next {}

    /** It goes this way. */
    public record By(Channel channel) implements Next {}

    /** It may be told by no way: whoever works with the person hears of it. */
    public record Nothing(Reason reason) implements Next {}

    /** Why somebody is not told. */
    public enum Reason implements Worded {
        /** No way was safe, agreed to and known. */
        NO_SAFE_WAY("none was safe, agreed to and known"),
        /** One failed or was lost, and no other is safe, agreed to and known. */
        NO_OTHER_WAY("one failed, and no other was safe, agreed to and known");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param failed the channels by which it was tried in vain, or on which was given up */
    public Next next(MessageKind kind, Set<Channel> failed) {
        return Stream.of(Channel.values())
                .filter(channel -> !failed.contains(channel) && mayTake(kind, channel))
                .findFirst()
                .<Next>map(By::new)
                .orElseGet(() -> new Nothing(failed.isEmpty() ? Reason.NO_SAFE_WAY : Reason.NO_OTHER_WAY));
    }

    /** Whether a message that is to go this way still may. */
    public boolean mayTake(MessageKind kind, Channel channel) {
        return kind.channels().contains(channel) && isOpen(channel);
    }

    private boolean isOpen(Channel channel) {
        return switch (channel) {
            case EMAIL -> agreedToMail && mail && safe.isSafe(Way.MAIL);
            case LETTER -> address && safe.isSafe(Way.LETTER);
            case CALL -> phone && safe.of(Way.CALL) != Safety.UNSAFE;
        };
    }
}
