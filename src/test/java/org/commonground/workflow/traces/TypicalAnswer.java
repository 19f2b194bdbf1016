package org.commonground.workflow.traces;

import java.time.LocalDate;
import java.util.Map;
import org.commonground.conversation.capacity.CapacityAdvice;
import org.commonground.conversation.reach.AnotherWay;
import org.commonground.correspondence.outbox.CallPerson;
import org.commonground.correspondence.outbox.PostLetter;
import org.commonground.correspondence.outbox.Told;
import org.commonground.crisis.SpeakWithPractice;
import org.commonground.group.GroupId;
import org.commonground.placement.PersonSays;
import org.commonground.placement.Verdict;
import org.commonground.placement.ending.FindAnother;
import org.commonground.placement.waiting.AskStillWanted;
import org.commonground.placement.waiting.ReviewWaiting;
import org.commonground.placement.waiting.Stay;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Trait;
import org.commonground.referral.death.ConfirmDeath;
import org.commonground.referral.duplicate.DuplicateAnswer;
import org.commonground.referral.duplicate.LookAtDuplicate;
import org.commonground.safeguarding.Decision;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;

/** To every task an answer that people often give, and that needs to know little of the person. */
public final class TypicalAnswer {

    private TypicalAnswer() {}

    /**
     * What somebody posts, by field.
     *
     * @param group a group the person may go to, for {@code choose-groups}
     * @throws IllegalArgumentException for a task that nobody has thought of here
     */
    public static Map<String, Object> to(String task, GroupId group, LocalDate today) {
        return Submitted.of(
                switch (task) {
                    case "look-at-duplicate" -> new LookAtDuplicate(DuplicateAnswer.KEEP_APART, null);
                    case "make-contact" -> Said.reached(today.plusDays(3));
                    case "find-another-way" -> Answered.anotherWay(AnotherWay.TOLD);
                    case "await-reply" -> Answered.rangToDecline();
                    case "hold-conversation" -> Said.goAhead();
                    case "advise-on-capacity" -> Answered.advised(CapacityAdvice.STOP);
                    case "choose-groups" -> Placing.choice(group);
                    case "check-person-side" -> Placing.noRisk();
                    case "give-second-opinion" -> Answered.opinion(Verdict.GO_AHEAD);
                    case "ask-still-wanted" -> new AskStillWanted(PersonSays.YES, null, null);
                    case "review-waiting" -> new ReviewWaiting(Stay.STAY, null, null);
                    case "answer-offer" -> Placing.yes();
                    case "answer-question" -> Answered.reply("Yes, with a hand on the rail");
                    case "phone-organiser" -> Answered.nobodyAnswersThePhone();
                    case "ask-person" -> Answered.personSaysYes(today.plusDays(7));
                    case "record-first-session" -> Answered.attended();
                    case "ask-after-missed" -> Answered.triesNoMore();
                    case "find-another" -> new FindAnother(FindAnother.Next.NOTHING, null);
                    case "hold-follow-up" -> Answered.notReached();
                    case "review-concern" -> Answered.decided(Decision.NO_ACTION);
                    case "lift-pause" -> Answered.safeAgain();
                    case "speak-with-practice" ->
                        new SpeakWithPractice(
                                new PersonName("Dr Ada Dutiful"),
                                new Trait("Duty doctor"),
                                new Narrative("Calls her within the hour"));
                    case "confirm-death" ->
                        new ConfirmDeath(
                                ConfirmDeath.Answer.SOMEBODY_ELSE, new Narrative("Spoke with her on the phone"));
                    case "mend-mail" -> Answered.toldOtherwise();
                    case "post-letter" -> new PostLetter(Told.TOLD);
                    case "call-person" -> new CallPerson(Told.TOLD);
                    default -> throw new IllegalArgumentException("no answer to " + task);
                });
    }
}
