package org.commonground.web.referral;

import java.util.List;
import org.commonground.workflow.vocabulary.ReferralProcess;

/**
 * What the team sees of a referral, ready to be shown. {@code toString} names nobody.
 *
 * @param name given and family name
 * @param called what the person likes to be called, or null
 * @param age whole years
 * @param contact how to reach the person, safe ways first
 * @param details who may answer and when, what is known about risk, language, team
 * @param who the rest of who it is, and why they were referred
 * @param standing where it stands, in words
 * @param paused whether the safeguarding lead has paused it
 * @param mayHaveDied whether a death was recorded for somebody with the same NHS number, and it is not settled whose
 * @param open whether it can still be stopped
 * @param dates when it came and when it ended
 * @param next what comes next, the soonest first
 * @param tasks what waits for somebody, as far as it is open to whoever looks
 * @param contacts the attempts to reach the person, the newest first
 * @param wishes what matters to the person and what they need, as they said it last; empty before we have talked
 * @param goals what the person wants
 * @param actions what was agreed: to be done first, then done
 * @param notes newest first
 */
record ReferralPage(
        String reference,
        String name,
        String called,
        int age,
        List<Contact> contact,
        List<Fact> details,
        List<Fact> who,
        String standing,
        boolean paused,
        boolean mayHaveDied,
        boolean open,
        List<Fact> dates,
        List<Coming> next,
        List<Job> tasks,
        List<Try> tries,
        List<Fact> wishes,
        List<String> goals,
        List<Todo> actions,
        List<Written> notes,
        Beside beside,
        List<Touch> contacts,
        List<Moment> story) {

    /**
     * A way of reaching the person.
     *
     * @param safety {@code safe}, {@code unsafe} or {@code unknown}
     * @param address the number or address, given only where the way is safe; else null
     */
    record Contact(String way, String safety, String address) {

        public String tag() {
            return switch (safety) {
                case "safe" -> "Safe";
                case "unsafe" -> "Not safe";
                default -> "Not known";
            };
        }

        /** What may be done with this way. */
        public String words() {
            return switch (safety) {
                case "safe" -> address == null ? "We have no number or address" : address;
                case "unsafe" -> "Do not use it";
                default -> "Ask the person first";
            };
        }
    }

    /**
     * What stands beside the person's own way through the service.
     *
     * @param earlier the reference of an earlier referral of the same person with the same team, or null
     * @param alsoAsked what other requests for the same person asked for
     * @param crises each with what was said, and who confirmed
     * @param kept who looks after the person
     * @param maySendBack whether it can still go back to the practice
     */
    record Beside(
            String earlier, List<Asked> alsoAsked, List<Alarm> crises, KeepingPart.Kept kept, boolean maySendBack) {}

    /** Another request that was joined to this one. */
    record Asked(String at, String from, String needs, String reason) {}

    /**
     * A crisis.
     *
     * @param confirmed who at the practice confirmed, what they are, what was agreed and when; null while nobody has
     */
    record Alarm(String at, String kind, String said, String saidBy, String confirmed) {}

    record Fact(String label, String value) {}

    /**
     * Something that comes next.
     *
     * @param who who does it, or is there; null where that is not settled
     */
    record Coming(String what, String when, String who) {}

    /**
     * A task that waits.
     *
     * @param id the engine's
     * @param key its id in the model
     * @param due the day in words, or null
     * @param who who has taken it, or null
     */
    record Job(String id, String key, String name, String due, String who) {}

    /** One group that the person tries or may try. */
    record Try(String group, String standing, String next) {}

    /**
     * An attempt to reach the person.
     *
     * @param how the way, and what came of it
     * @param said what was said about using this way, or null
     * @param by who it was, or null
     */
    record Touch(String at, String how, String said, String by) {}

    /**
     * Something that was agreed.
     *
     * @param by the day, in words
     * @param done when it was done, in words; null while it is to be done
     */
    record Todo(String id, String what, String who, String by, boolean late, String done) {}

    /**
     * A note: when, and by whom where somebody signed in.
     *
     * @param how the way and with whom, where no task asked for the contact; else null
     */
    record Written(String at, String by, String how, String text) {}

    /** What happened, and when. */
    record Moment(String at, String what) {}

    /** The task that waits for a reply to the last letter, or null. */
    public Job reply() {
        return tasks.stream()
                .filter(task -> task.key().equals(ReferralProcess.Tasks.AWAIT_REPLY))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "ReferralPage[" + reference + "]";
    }
}
