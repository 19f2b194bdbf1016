package org.commonground.workflow.vocabulary;

import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.conversation.reach.AnotherWay;
import org.commonground.conversation.reach.ContactOutcome;
import org.commonground.conversation.talk.ConversationOutcome;
import org.commonground.placement.choice.Choice;
import org.commonground.placement.choice.RoundReview;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.duplicate.DuplicateAnswer;
import org.commonground.referral.triage.TriageRoute;

/** One person's episode, from the practice's request to closure. Business key: the referral's id. */
public final class ReferralProcess {

    public static final String ID = "referral";

    private ReferralProcess() {}

    /** The referral a process is about; in placements and follow-ups too. */
    public static ReferralId referral(DelegateExecution execution) {
        return new ReferralId(UUID.fromString(Variables.REFERRAL_ID.in(execution)));
    }

    public static final class Tasks {
        public static final String LOOK_AT_DUPLICATE = "look-at-duplicate";
        public static final String MAKE_CONTACT = "make-contact";
        public static final String FIND_ANOTHER_WAY = "find-another-way";
        public static final String AWAIT_REPLY = "await-reply";
        public static final String HOLD_CONVERSATION = "hold-conversation";
        public static final String ADVISE_ON_CAPACITY = "advise-on-capacity";
        public static final String CHOOSE_GROUPS = "choose-groups";

        private Tasks() {}
    }

    public static final class Steps {
        public static final String SEND_RECEIVED = "send-received";
        public static final String TRIAGE_REFERRAL = "triage-referral";
        public static final String SEND_CONVERSATION_APPOINTMENT = "send-conversation-appointment";
        public static final String SEND_NOT_REACHED = "send-not-reached";
        public static final String ACCOMPANY = "accompany";
        public static final String TRY_PLACEMENTS = "try-placements";
        public static final String REVIEW_ROUND = "review-round";
        public static final String OTHER_GROUPS = "other-groups";
        public static final String ANOTHER_ROUND = "another-round";
        public static final String REVIEW_OTHERS = "review-others";
        public static final String FOLLOW_UPS = "follow-ups";
        public static final String PLAN_FOLLOW_UPS = "plan-follow-ups";
        public static final String LOOK_BACK = "look-back";
        public static final String SIGNPOSTED_BESIDE = "signposted-beside";
        public static final String PLAN_CALL_BESIDE = "plan-call-beside";
        public static final String CALL_BESIDE = "call-beside";
        public static final String PLAN_SIGNPOSTED_CALL = "plan-signposted-call";
        public static final String CALL_SIGNPOSTED = "call-signposted";
        public static final String REVIEW_SIGNPOSTING = "review-signposting";
        public static final String CLOSE_REFERRAL = "close-referral";
        public static final String SEND_NEWS = "send-news";
        public static final String SENDING_BACK = "sending-back";
        public static final String CLOSE_SENT_BACK = "close-sent-back";
        public static final String SEND_NEWS_OF_SENDING_BACK = "send-news-of-sending-back";
        public static final String STOPPING = "stopping";
        public static final String CLOSE_STOPPED = "close-stopped";
        public static final String SEND_NEWS_OF_STOP = "send-news-of-stop";

        private Steps() {}
    }

    public static final class Messages {
        public static final String FIRST_SESSION_ATTENDED = "first-session-attended";
        /** While groups are chosen. */
        public static final String PERSON_SIGNPOSTED = "person-signposted";

        /** The person was told that we could not reach them. */
        public static final String LAST_LETTER_TOLD = "last-letter-told";

        /** Nor could they be told that. */
        public static final String LAST_LETTER_NOT_TOLD = "last-letter-not-told";

        public static final String REFERRAL_SENT_BACK = "referral-sent-back";
        public static final String OTHER_GROUPS_WANTED = "other-groups-wanted";
        public static final String REFERRAL_STOPPED = "referral-stopped";

        private Messages() {}
    }

    public static final class Timers {
        public static final String WAIT_FOR_NEXT_CONTACT = "wait-for-next-contact";
        public static final String LAST_LETTER_OVERDUE = "last-letter-overdue";
        public static final String REPLY_DUE = "reply-due";

        private Timers() {}
    }

    public static final class Events {
        public static final String REFERRAL_RECEIVED = "referral-received";
        public static final String ACCOMPANYING_STARTED = "accompanying-started";
        public static final String PERSON_PLACED = "person-placed";
        public static final String NO_GROUP_FOUND = "no-group-found";
        public static final String NOTHING_MORE_WANTED = "nothing-more-wanted";
        public static final String OTHERS_GO_ON = "others-go-on";
        public static final String OTHERS_TRIED = "others-tried";
        public static final String SIGNPOSTED_INSTEAD = "signposted-instead";
        public static final String SIGNPOSTED_CALLED = "signposted-called";
        public static final String PERSON_FOLLOWED_UP = "followed-up";
        public static final String REFERRAL_CLOSED = "referral-closed";
        public static final String SENDING_BACK_CLOSED = "sending-back-closed";
        public static final String STOP_CLOSED = "stop-closed";

        private Events() {}
    }

    public static final class Variables {
        public static final Variable<String> REFERENCE = CommonVariables.REFERENCE;
        public static final Variable<String> REFERRAL_ID = CommonVariables.REFERRAL_ID;
        public static final Variable<String> TEAM = CommonVariables.TEAM;
        public static final Variable<String> NEIGHBOURHOOD = CommonVariables.NEIGHBOURHOOD;
        public static final Variable<String> URGENCY = CommonVariables.URGENCY;

        /** Where triage sends the referral. */
        public static final Variable<String> TRIAGE = Variable.decision("triage", TriageRoute.class, TriageRoute::word);

        /** What somebody decided about an open referral that may be about the same person. */
        public static final Variable<String> DUPLICATE =
                Variable.decision("duplicate", DuplicateAnswer.class, DuplicateAnswer::word);

        /** What came of the last attempt to reach the person. */
        public static final Variable<String> CONTACT =
                Variable.decision("contact", ContactOutcome.Next.class, ContactOutcome.Next::word);

        /** When somebody tries again. */
        public static final Variable<Date> NEXT_CONTACT = Variable.of("nextContact", Date.class);

        /** What was found where they could not be written to. */
        public static final Variable<String> ANOTHER_WAY =
                Variable.decision("anotherWay", AnotherWay.class, AnotherWay::word);

        /** When the conversation is. */
        public static final Variable<Date> CONVERSATION_ON = Variable.of("conversationOn", Date.class);

        public static final Variable<String> CONVERSATION =
                Variable.decision("conversation", ConversationOutcome.Next.class, ConversationOutcome.Next::word);
        public static final Variable<String> CHOICE = Variable.decision("choice", Choice.class, Choice::word);

        /** The ids of this round's placements, as text. */
        @SuppressWarnings("rawtypes")
        public static final Variable<Collection> PLACEMENTS = Variable.of("placements", Collection.class);

        /** One of them, in the instance that tries it. */
        public static final Variable<String> PLACEMENT_ID = Variable.of("placementId", String.class);

        /** What a round came to. */
        public static final Variable<String> ROUND = Variable.decision("round", RoundReview.class, RoundReview::word);

        /** The plan of follow-ups. */
        public static final Variable<String> PLAN_ID = Variable.of("planId", String.class);

        /** What came of being signposted. */
        public static final Variable<String> SIGNPOSTING =
                Variable.decision("signposting", Set.of(AfterSignposting.OVER, AfterSignposting.CHOOSE_GROUPS));

        /** How the referral ends: set by whoever decides what ends it. */
        public static final Variable<String> OUTCOME = Variable.decision("outcome", Outcome.class, Outcome::word);

        private Variables() {}
    }

    /** The words of {@link Variables#SIGNPOSTING}. */
    public static final class AfterSignposting {
        public static final String OVER = "over";
        public static final String CHOOSE_GROUPS = "choose-groups";

        private AfterSignposting() {}
    }
}
