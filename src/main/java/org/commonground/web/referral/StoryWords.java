package org.commonground.web.referral;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonground.account.Role;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.conversation.capacity.CapacityAdvice;
import org.commonground.conversation.notebook.ContactKind;
import org.commonground.conversation.reach.AnotherWay;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.Ways;
import org.commonground.crisis.CrisisKind;
import org.commonground.placement.EndReason;
import org.commonground.placement.choice.NoGroupReason;
import org.commonground.placement.choice.OverrideReason;
import org.commonground.placement.ending.FindAnother;
import org.commonground.placement.ending.LeftBecause;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.waiting.StopWaiting;
import org.commonground.platform.Worded;
import org.commonground.platform.event.Recorded;
import org.commonground.referral.Outcome;
import org.commonground.referral.SentBackReason;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.death.ConfirmDeath;
import org.commonground.referral.details.Detail;
import org.commonground.referral.linkworker.KeptBecause;

/**
 * What has happened to a referral, in plain words. {@code %s} stands for the group's name. An event that is not here
 * is not shown; a test holds every event of ours either here or among those left out on purpose.
 */
final class StoryWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("referral-received", "The practice sent the referral"),
            entry("crisis-declared", "Somebody said that the person is in crisis"),
            entry("crisis-escalated", "Nobody at the practice had confirmed, so more people heard of the crisis"),
            entry("crisis-confirmed", "Somebody at the practice confirmed that they take over in the crisis"),
            entry("referral-sent-back", "The referral went back to the practice"),
            entry("referral-joined", "What was asked was added to an open referral of the same person"),
            entry("request-joined", "Another request for the same person was added"),
            entry("referral-kept-apart", "It was kept apart from an open referral that looks alike"),
            entry("referral-triaged", "It was settled how soon to reach the person"),
            entry("person-reached", "The person was reached"),
            entry("link-worker-changed", "It changed who looks after the person"),
            entry("contact-missed", "The person did not answer"),
            entry("person-not-reached", "The last attempt to reach the person failed"),
            entry("person-not-ready", "The person is not ready, and may be asked again"),
            entry("another-way-found", "Another way to tell the person was looked for"),
            entry("talk-again-agreed", "There was a conversation, and another one was agreed"),
            entry("advice-asked", "It is in doubt whether the person can decide: the clinical supervisor was asked"),
            entry("advice-given", "The clinical supervisor gave advice about who decides"),
            entry("action-done", "Something that was agreed was done"),
            entry("person-signposted", "The person was signposted"),
            entry("person-declined", "The person declined"),
            entry("conversation-held", "There was a conversation with the person"),
            entry(
                    "death-heard-of",
                    "A death was recorded for somebody with the same NHS number: nothing is sent for now"),
            entry("death-settled", "The team made sure whose death was recorded"),
            entry(
                    "message-dropped",
                    "The person was not told, because it may not be sent any more or its day has passed"),
            entry("contact-changed", "How to reach the person was changed"),
            entry("consent-withdrawn", "The person no longer agrees"),
            entry("contact-noted", "A contact was noted"),
            entry("details-changed", "Details were changed"),
            entry("placement-chosen", "%s was chosen with the person"),
            entry("person-side-checked", "The person’s side of the safety check for %s was signed"),
            entry("second-opinion-given", "The clinical supervisor gave a second opinion about %s"),
            entry("waiting-list-joined", "%s was full: the person is on its waiting list"),
            entry("place-freed", "A place at %s came free and is held while the person is asked"),
            entry("still-wanted", "The person still wants the place at %s"),
            entry("place-passed-on", "Nobody asked the person in time: the place at %s went to the next"),
            entry("waiting-reviewed", "The person goes on waiting for %s"),
            entry("waiting-ended", "The person was taken off the waiting list of %s"),
            entry("group-proposed", "The person would like to try %s"),
            entry("others-wanted", "Other groups are wanted"),
            entry("match-overridden", "A group was chosen that fits less well than another, or does not match"),
            entry("offer-made", "%s was asked, and a place is held"),
            entry("offer-reminded", "%s was reminded of the offer"),
            entry("organiser-phoned", "The organiser of %s was phoned"),
            entry("offer-accepted", "%s said yes"),
            entry("question-asked", "%s asked something before deciding"),
            entry("question-answered", "The question of %s was answered"),
            entry("offer-put-off", "%s said not now"),
            entry("offer-declined", "%s said no"),
            entry("offer-lapsed", "%s did not answer in time"),
            entry("person-said-yes", "The person said yes to %s"),
            entry("person-said-no", "The person said no to %s"),
            entry("first-session-attended", "The person came to the first session at %s"),
            entry("first-session-missed", "The person did not come to the first session at %s"),
            entry("first-session-moved", "The first session at %s has a new day"),
            entry("person-left", "The person left %s"),
            entry("placement-ended", "The way to %s ended"),
            entry("no-suitable-group", "No group suits the person"),
            entry("follow-up-planned", "Follow-ups were planned"),
            entry("follow-up-held", "A follow-up was held"),
            entry("pause-decided", "The safeguarding lead paused the referral"),
            entry("pause-lifted", "The safeguarding lead lifted the pause"),
            entry("task-handed-over", "A task was handed to somebody else"),
            entry("another-looked-for", "Another group instead of %s was talked about"),
            entry("way-lost", "A message to the person could not go the way it was to go"),
            entry("message-takes-another-way", "A message to the person goes another way"),
            entry("person-told", "The person was told"),
            entry("person-not-told", "The person could be told by no way that is safe"),
            entry("referral-stopped", "The referral was stopped"),
            entry("referral-closed", "The referral was closed"));

    private StoryWords() {}

    /** The events that are shown, by name. */
    static Set<String> kinds() {
        return WORDS.keySet();
    }

    /** Whether its subject is a group itself, not a placement there. */
    static boolean isAboutGroup(Recorded event) {
        return event.kind().equals("group-proposed");
    }

    /** The event in words; {@code group} is the name of the group it concerns, if any. */
    static String of(Recorded event, Optional<String> group) {
        String words = byTheTeam(event)
                ? "The referral was recorded for the practice"
                : WORDS.get(event.kind()).formatted(group.orElse("a group"));
        return reason(event).map(reason -> words + ": " + reason).orElse(words);
    }

    private static boolean byTheTeam(Recorded event) {
        return event.kind().equals("referral-received")
                && (event.actor().role().equals(Role.LINK_WORKER.word())
                        || event.actor().role().equals(Role.TEAM_LEAD.word()));
    }

    private static Optional<String> reason(Recorded event) {
        return Optional.ofNullable(event.reason()).flatMap(word -> switch (event.kind()) {
            case "consent-withdrawn" -> Optional.of(ConsentWords.of(Worded.of(Purpose.class, word)));
            case "offer-accepted" -> Optional.of("with conditions");
            case "another-looked-for" ->
                Optional.of(Worded.of(FindAnother.Next.class, word).label());
            case "message-takes-another-way", "person-told", "way-lost" ->
                Optional.of(Worded.of(Channel.class, word).label());
            case "person-left" -> Optional.of(Worded.of(LeftBecause.class, word).label());
            case "placement-ended" ->
                Optional.of(Worded.of(EndReason.class, word).label());
            case "link-worker-changed" ->
                Optional.of(Worded.of(KeptBecause.class, word).label().toLowerCase(Locale.UK));
            case "crisis-declared" ->
                Optional.of(Worded.of(CrisisKind.class, word).label());
            case "referral-sent-back" ->
                Optional.of(Worded.of(SentBackReason.class, word).label());
            case "waiting-ended" ->
                Optional.of(Worded.of(StopWaiting.class, word).label());
            case "match-overridden" ->
                Optional.of(Worded.of(OverrideReason.class, word).label());
            case "no-suitable-group" ->
                Optional.of(Worded.of(NoGroupReason.class, word).label());
            case "referral-stopped" ->
                Optional.of(Worded.of(StopReason.class, word).label());
            case "referral-closed" -> Optional.of(outcome(Worded.of(Outcome.class, word)));
            case "death-settled" ->
                Optional.of(
                        Worded.of(ConfirmDeath.Answer.class, word) == ConfirmDeath.Answer.DIED
                                ? "this person’s"
                                : "somebody else’s");
            case "person-not-told" ->
                Optional.of(Worded.of(Ways.Reason.class, word).label());
            case "message-dropped" -> about(Worded.of(MessageKind.class, word));
            case "contact-noted" ->
                Optional.of(Worded.of(ContactKind.class, word).label().toLowerCase(Locale.UK));
            case "details-changed" -> Optional.of(Worded.of(Detail.class, word).label());
            case "advice-given" ->
                Optional.of(Worded.of(CapacityAdvice.class, word).label());
            case "person-declined" ->
                Optional.of(Worded.of(DeclinedBecause.class, word).label());
            case "another-way-found" ->
                Optional.of(Worded.of(AnotherWay.class, word).label());
            case "follow-up-held" -> Optional.of(word.equals("reached") ? "reached" : "not reached");
            default -> Optional.empty();
        });
    }

    private static Optional<String> about(MessageKind mail) {
        return switch (mail) {
            case CONVERSATION_APPOINTMENT -> Optional.of("the appointment to talk");
            case NOT_REACHED -> Optional.of("that we could not reach them");
            case FIRST_SESSION_APPOINTMENT -> Optional.of("the first session");
            default -> Optional.empty();
        };
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case PLACED_AND_FOLLOWED_UP -> "placed with a group and followed up";
            case NO_SUITABLE_GROUP -> "no suitable group";
            case SIGNPOSTED -> "signposted";
            case DECLINED -> "the person declined";
            case NOT_REACHED -> "the person could not be reached";
            case WITHDRAWN -> "withdrawn";
            case SENT_BACK -> "sent back to the practice";
            case JOINED -> "added to another referral of the same person";
            case MOVED -> "moved out of the area";
            case DIED -> "the person has died";
            case STOPPED -> "stopped";
        };
    }
}
