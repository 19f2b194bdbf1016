package org.commonground.testing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.commonground.conversation.ContactResult;
import org.commonground.conversation.ConversationResult;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.conversation.HoldConversation;
import org.commonground.conversation.MakeContact;
import org.commonground.conversation.PartOfDay;
import org.commonground.conversation.Spending;
import org.commonground.conversation.Travel;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.platform.personal.Narrative;
import org.commonground.referral.GivenBy;
import org.commonground.referral.Way;

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
                day,
                LocalTime.of(10, 30),
                new Narrative("The library in Exampleton"),
                true);
    }

    public static MakeContact noAnswer(Way way) {
        return noAnswer(way, null);
    }

    /** @param next when to try again */
    public static MakeContact noAnswer(Way way, LocalDate next) {
        return new MakeContact(way, null, null, ContactResult.NO_ANSWER, null, next, null, null, null, null);
    }

    /** A way that is not marked safe, because the practice said so. */
    public static MakeContact noAnswerByAllowed(Way way, boolean nowSafe) {
        Narrative why = new Narrative("Her GP said this number may be texted");
        return new MakeContact(way, why, nowSafe, ContactResult.NO_ANSWER, null, null, null, null, null, null);
    }

    public static MakeContact notReady(LocalDate askOn) {
        return new MakeContact(Way.CALL, null, null, ContactResult.NOT_READY, null, askOn, null, null, null, null);
    }

    public static MakeContact doesNotWant() {
        return new MakeContact(
                Way.CALL, null, null, ContactResult.DECLINED, DeclinedBecause.SUPPORTED, null, null, null, null, null);
    }

    /** A whole conversation: lonely, wants to sing and go out, Tuesdays and Thursdays, nearby. */
    public static HoldConversation goAhead() {
        return new HoldConversation(
                ConversationResult.GO_AHEAD,
                List.of(Need.LONELINESS, Need.ARTS_AND_CRAFTS),
                new Narrative("Singing with others again"),
                "4",
                "5",
                "3",
                "not-asked-too-upset",
                "3",
                "2",
                "3",
                "1",
                List.of(Support.STEP_FREE),
                List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
                List.of(PartOfDay.MORNING, PartOfDay.AFTERNOON),
                Travel.NEARBY,
                Spending.LITTLE,
                new Narrative("Welsh and Somali"),
                true,
                true,
                true,
                false,
                GivenBy.PERSON,
                null,
                null);
    }

    public static HoldConversation doesNotWantAfterAll() {
        return new HoldConversation(
                ConversationResult.DECLINED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
