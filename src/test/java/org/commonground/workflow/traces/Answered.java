package org.commonground.workflow.traces;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.conversation.appointment.Meeting;
import org.commonground.conversation.capacity.AdviseOnCapacity;
import org.commonground.conversation.capacity.CapacityAdvice;
import org.commonground.conversation.reach.AnotherWay;
import org.commonground.conversation.reach.AwaitReply;
import org.commonground.conversation.reach.FindAnotherWay;
import org.commonground.conversation.reach.Reply;
import org.commonground.conversation.signpost.SignpostedHow;
import org.commonground.correspondence.outbox.Mend;
import org.commonground.correspondence.outbox.MendMail;
import org.commonground.followup.FollowUpWay;
import org.commonground.followup.HoldFollowUp;
import org.commonground.followup.StillGoing;
import org.commonground.group.Support;
import org.commonground.placement.PersonSays;
import org.commonground.placement.Verdict;
import org.commonground.placement.check.CheckPersonSide;
import org.commonground.placement.check.GiveSecondOpinion;
import org.commonground.placement.choice.Choice;
import org.commonground.placement.choice.ChooseGroups;
import org.commonground.placement.choice.NoGroupReason;
import org.commonground.placement.firstsession.AfterMissed;
import org.commonground.placement.firstsession.AskAfterMissed;
import org.commonground.placement.firstsession.AskPerson;
import org.commonground.placement.firstsession.Attendance;
import org.commonground.placement.firstsession.MissedBecause;
import org.commonground.placement.firstsession.RecordFirstSession;
import org.commonground.placement.firstsession.SessionPlan;
import org.commonground.placement.offer.AnswerQuestion;
import org.commonground.placement.offer.PhoneOrganiser;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.referral.RiskLevel;
import org.commonground.safeguarding.Decision;
import org.commonground.safeguarding.LiftPause;
import org.commonground.safeguarding.ReviewConcern;
import org.commonground.testing.Filled;
import org.commonground.testing.Placing;

/** What people of a journey answer to tasks. */
final class Answered {

    private Answered() {}

    static FindAnotherWay anotherWay(AnotherWay way) {
        return new FindAnotherWay(way, new Narrative("Her nurse sees her on Friday"));
    }

    /** Rang after the last letter: we talk in the library at 11:00 on that day. */
    static AwaitReply rang(LocalDate day) {
        return new AwaitReply(
                Reply.REACHED,
                null,
                null,
                new Meeting(day, LocalTime.of(11, 0), new Narrative("The library in Exampleton")),
                null,
                null);
    }

    static AwaitReply rangToDecline() {
        return new AwaitReply(Reply.DECLINED, DeclinedBecause.UNWELL, null, null, null, null);
    }

    static AwaitReply rangToAskAgain(LocalDate askOn) {
        return new AwaitReply(Reply.NOT_READY, null, askOn, null, null, null);
    }

    static ChooseGroups noSuitableGroup() {
        return Filled.in(
                ChooseGroups.class,
                "choice",
                Choice.NO_SUITABLE_GROUP,
                "noGroupReason",
                NoGroupReason.NONE_NEAR,
                "noGroupNote",
                new Narrative("A choir near Exampleton"));
    }

    static ChooseGroups signposted() {
        return Filled.in(
                ChooseGroups.class,
                "choice",
                Choice.SIGNPOSTED,
                "signpostedTo",
                new Narrative("The allotment on Mill Lane"),
                "signpostedWhy",
                new Narrative("Wants to be outdoors on her own"),
                "signpostedHow",
                SignpostedHow.INTRODUCED);
    }

    static AdviseOnCapacity advised(CapacityAdvice advice) {
        return new AdviseOnCapacity(
                advice,
                new PersonName("Agatha Testerton, her sister"),
                new Narrative("Saw the deed"),
                new Narrative("Spoke with them both"));
    }

    /** A look-back with somebody who goes regularly. */
    static HoldFollowUp stillGoing() {
        return Filled.with(called(false), "stillGoing", StillGoing.YES, "chooseGroups", null);
    }

    /** The call four weeks after being signposted. */
    static HoldFollowUp called(boolean chooseGroups) {
        return Filled.in(
                HoldFollowUp.class,
                "reached",
                true,
                "way",
                FollowUpWay.CALL,
                "stillGoing",
                StillGoing.NOT_YET,
                "howItGoes",
                new Narrative("Has not dared to go alone"),
                "whatNext",
                new Narrative("Would like company"),
                "satisfied",
                "4",
                "worthwhile",
                "4",
                "happy",
                "4",
                "anxious",
                "4",
                "companionship",
                "1",
                "leftOut",
                "1",
                "isolated",
                "1",
                "lonely",
                "1",
                "consentReminded",
                true,
                "chooseGroups",
                chooseGroups);
    }

    static ChooseGroups nothingMore() {
        return Filled.in(ChooseGroups.class, "choice", Choice.NOTHING_MORE);
    }

    /** A risk that nobody has settled yet, which the group may be told of. */
    static CheckPersonSide unresolvedRisk() {
        return Placing.side(RiskLevel.UNRESOLVED, "Call if he turns up", true, List.of(Support.STEP_FREE));
    }

    /** The same, and more support needed than the group offers. */
    static CheckPersonSide unresolvedRiskAndSupportGap() {
        return Placing.side(
                RiskLevel.UNRESOLVED, "Call if he turns up", true, List.of(Support.STEP_FREE, Support.PERSONAL_CARE));
    }

    static GiveSecondOpinion opinion(Verdict verdict) {
        return new GiveSecondOpinion(verdict, new Narrative("Talked it through with the practice"));
    }

    static PhoneOrganiser nobodyAnswersThePhone() {
        return new PhoneOrganiser(false, null, null);
    }

    static AskPerson personSaysYes(LocalDate on) {
        return personSaysYes(on, null);
    }

    /** @param companion who comes along, or null */
    static AskPerson personSaysYes(LocalDate on, String companion) {
        return new AskPerson(
                PersonSays.YES,
                null,
                null,
                new SessionPlan(
                        on,
                        LocalTime.of(14, 0),
                        new Narrative("Chapel Hall, Invented Row"),
                        new PersonName("Alex Organiserly"),
                        companion != null,
                        PersonName.of(companion)));
    }

    /** Was not well, and comes on another day. */
    static AskAfterMissed triesAgain(LocalDate on) {
        return new AskAfterMissed(
                MissedBecause.UNWELL,
                AfterMissed.TRY_AGAIN,
                new SessionPlan(
                        on,
                        LocalTime.of(15, 0),
                        new Narrative("Chapel Hall, the side door"),
                        new PersonName("Alex Organiserly"),
                        false,
                        null),
                null);
    }

    static AskAfterMissed triesNoMore() {
        return new AskAfterMissed(MissedBecause.DID_NOT_DARE, AfterMissed.NO, null, null);
    }

    static AnswerQuestion reply(String reply) {
        return new AnswerQuestion(new Narrative(reply));
    }

    static RecordFirstSession attended() {
        return new RecordFirstSession(Attendance.ATTENDED, null);
    }

    static RecordFirstSession missed() {
        return new RecordFirstSession(Attendance.MISSED, null);
    }

    static HoldFollowUp notReached() {
        return HoldFollowUp.notReached(FollowUpWay.CALL);
    }

    static ReviewConcern decided(Decision decision) {
        PersonName named = decision == Decision.NO_ACTION ? null : new PersonName("Sam Leadington");
        return new ReviewConcern(decision, new Narrative("Spoke with the family"), false, null, null, named);
    }

    static LiftPause safeAgain() {
        return new LiftPause(new Narrative("The neighbour has moved out"));
    }

    static MendMail sendAnotherWay() {
        return new MendMail(Mend.SEND_ANOTHER_WAY, null);
    }

    static MendMail sendAgain() {
        return new MendMail(Mend.SEND_AGAIN, null);
    }

    static MendMail toldOtherwise() {
        return new MendMail(Mend.TOLD_OTHERWISE, null);
    }
}
