package org.commonground.testing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.conversation.PartOfDay;
import org.commonground.conversation.Spending;
import org.commonground.conversation.Travel;
import org.commonground.conversation.appointment.Meeting;
import org.commonground.conversation.capacity.MentalCapacity;
import org.commonground.conversation.reach.ContactResult;
import org.commonground.conversation.reach.MakeContact;
import org.commonground.conversation.signpost.SignpostedHow;
import org.commonground.conversation.talk.ConversationResult;
import org.commonground.conversation.talk.HoldConversation;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.person.Way;
import org.commonground.platform.personal.Narrative;

/** What link workers write down about somebody invented. */
public final class Said {

    private Said() {}

    /** Reached by a call: we talk in the library at 10:30 on that day. */
    public static MakeContact reached(LocalDate day) {
        return new MakeContact(
                Way.CALL,
                null,
                null,
                ContactResult.REACHED,
                null,
                null,
                new Meeting(day, LocalTime.of(10, 30), new Narrative("The library in Exampleton")),
                true,
                null);
    }

    public static MakeContact noAnswer(Way way) {
        return noAnswer(way, null);
    }

    /** @param next when to try again */
    public static MakeContact noAnswer(Way way, LocalDate next) {
        return new MakeContact(way, null, null, ContactResult.NO_ANSWER, null, next, null, null, null);
    }

    /** A way that is not marked safe, because the practice said so. */
    public static MakeContact noAnswerByAllowed(Way way, boolean nowSafe) {
        Narrative why = new Narrative("Her GP said this number may be texted");
        return new MakeContact(way, why, nowSafe, ContactResult.NO_ANSWER, null, null, null, null, null);
    }

    public static MakeContact notReady(LocalDate askOn) {
        return new MakeContact(Way.CALL, null, null, ContactResult.NOT_READY, null, askOn, null, null, null);
    }

    public static MakeContact doesNotWant() {
        return new MakeContact(
                Way.CALL, null, null, ContactResult.DECLINED, DeclinedBecause.SUPPORTED, null, null, null, null);
    }

    /** A whole conversation: lonely, wants to sing and go out, Tuesdays and Thursdays, nearby. */
    public static HoldConversation goAhead() {
        return Filled.in(
                HoldConversation.class,
                "result",
                ConversationResult.GO_AHEAD,
                "capacity",
                MentalCapacity.YES,
                "needs",
                List.of(Need.LONELINESS, Need.ARTS_AND_CRAFTS),
                "whatMatters",
                new Narrative("Singing with others again"),
                "satisfied",
                "4",
                "worthwhile",
                "5",
                "happy",
                "3",
                "anxious",
                "not-asked-too-upset",
                "companionship",
                "3",
                "leftOut",
                "2",
                "isolated",
                "3",
                "lonely",
                "1",
                "support",
                List.of(Support.STEP_FREE),
                "days",
                List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
                "times",
                List.of(PartOfDay.MORNING, PartOfDay.AFTERNOON),
                "travel",
                Travel.NEARBY,
                "spending",
                Spending.LITTLE,
                "alsoSpeaks",
                new Narrative("Welsh and Somali"),
                "shareRisks",
                true,
                "feedback",
                true,
                "mail",
                true,
                "text",
                false);
    }

    public static HoldConversation doesNotWantAfterAll() {
        return Filled.in(
                HoldConversation.class,
                "result",
                ConversationResult.DECLINED,
                "declinedBecause",
                DeclinedBecause.NO_TIME);
    }

    /** We talk again by phone at 9:15 on that day. */
    public static HoldConversation talkAgain(LocalDate day) {
        return Filled.in(
                HoldConversation.class,
                "result",
                ConversationResult.TALK_AGAIN,
                "conversationOn",
                day,
                "conversationAt",
                LocalTime.of(9, 15),
                "conversationPlace",
                new Narrative("By phone"),
                "whatMatters",
                new Narrative("Her garden"));
    }

    public static HoldConversation notReadyToTalk(LocalDate askOn) {
        return Filled.in(HoldConversation.class, "result", ConversationResult.NOT_READY, "askAgainOn", askOn);
    }

    public static HoldConversation signposted() {
        return Filled.in(
                HoldConversation.class,
                "result",
                ConversationResult.SIGNPOSTED,
                "signpostedTo",
                new Narrative("The bowls club in Exampleton"),
                "signpostedWhy",
                new Narrative("Her cousin plays there"),
                "signpostedHow",
                SignpostedHow.WRITTEN_DOWN);
    }

    /** Wants to go ahead, and the link worker doubts that she can decide. */
    public static HoldConversation inDoubt() {
        return Filled.with(
                goAhead(),
                "capacity",
                MentalCapacity.IN_DOUBT,
                "capacityNote",
                new Narrative("Forgot within minutes what we had said"));
    }
}
