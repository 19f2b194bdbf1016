package org.commonground.workflow.vocabulary;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.placement.PersonSays;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Verdict;
import org.commonground.placement.firstsession.AfterMissed;
import org.commonground.placement.firstsession.FirstSessionResult;
import org.commonground.placement.offer.OfferAnswer;
import org.commonground.placement.waiting.Stay;
import org.commonground.placement.waiting.StillWantedResult;

/** One person and one group, from choice to the first session. Business key: the placement's id. */
public final class PlacementProcess {

    public static final String ID = "placement";

    private PlacementProcess() {}

    /** The placement the process is about. */
    public static PlacementId placement(DelegateExecution execution) {
        return new PlacementId(UUID.fromString(execution.getProcessBusinessKey()));
    }

    public static final class Tasks {
        public static final String CHECK_PERSON_SIDE = "check-person-side";
        public static final String GIVE_SECOND_OPINION = "give-second-opinion";
        public static final String REVIEW_WAITING = "review-waiting";
        public static final String ASK_STILL_WANTED = "ask-still-wanted";
        public static final String ANSWER_OFFER = "answer-offer";
        public static final String PHONE_ORGANISER = "phone-organiser";
        public static final String ANSWER_QUESTION = "answer-question";
        public static final String ASK_PERSON = "ask-person";
        public static final String RECORD_FIRST_SESSION = "record-first-session";
        public static final String ASK_AFTER_MISSED = "ask-after-missed";

        private Tasks() {}
    }

    public static final class Steps {
        public static final String WEIGH_PERSON_SIDE = "weigh-person-side";
        public static final String END_PLACEMENT = "end-placement";
        public static final String HOLD_PLACE = "hold-place";
        public static final String IN_LINE = "in-line";
        public static final String PLAN_REVIEW = "plan-review";
        public static final String PASS_PLACE_ON = "pass-place-on";
        public static final String OFFER = "offer";
        public static final String SEND_OFFER = "send-offer";
        public static final String SEND_QUESTION_WAITS = "send-question-waits";
        public static final String SEND_QUESTION_ANSWERED = "send-question-answered";
        public static final String LAPSE_OFFER = "lapse-offer";
        public static final String SEND_PLACE_GIVEN_BACK_ON_LAPSE = "send-place-given-back-on-lapse";
        public static final String SEND_PLACE_GIVEN_BACK_ON_NO = "send-place-given-back-on-no";
        public static final String SEND_PLACE_GIVEN_BACK_ON_MISSED = "send-place-given-back-on-missed";
        public static final String STOPPING = "stopping";
        public static final String SEND_PLACE_GIVEN_BACK_AFTER_MISSED = "send-place-given-back-after-missed";
        public static final String SEND_FIRST_SESSION_MOVED = "send-first-session-moved";
        public static final String SEND_FIRST_SESSION_APPOINTMENT = "send-first-session-appointment";

        private Steps() {}
    }

    public static final class Timers {
        /** The link worker is asked to phone the organiser. */
        public static final String PHONE_ORGANISER = "phone-organiser-timer";

        public static final String OFFER_LAPSES = "offer-lapses";

        /** Nobody has said in time whether a freed place is still wanted. */
        public static final String ASK_LAPSES = "ask-lapses";

        /** The person is asked whether they go on waiting. */
        public static final String WAIT_FOR_REVIEW = "wait-for-review";

        private Timers() {}
    }

    public static final class Messages {
        /** The placement was ended from outside its own flow. */
        public static final String PLACEMENT_STOPPED = "placement-stopped";

        /** A freed place is held for the person who waits. */
        public static final String PLACE_FREED = "place-freed";

        /** The link worker or the group took the person off the list. */
        public static final String WAITING_ENDED = "waiting-ended";

        private Messages() {}
    }

    public static final class Errors {
        public static final String NO_PLACE = "no-place";
        public static final String MUST_WAIT = "must-wait";

        private Errors() {}
    }

    public static final class Events {
        public static final String GROUP_CHOSEN = "group-chosen";
        public static final String NOT_THIS_GROUP = "not-this-group";
        public static final String NO_PLACE_LEFT = "no-place-left";
        public static final String GROUP_FULL = "group-full";
        public static final String NO_PLACE_YET = "no-place-yet";
        public static final String WAITING_STARTED = "waiting-started";
        public static final String STAYS_NO_LONGER = "stays-no-longer";
        public static final String LEFT_WAITING_LIST = "left-waiting-list";
        public static final String OFF_THE_LIST = "off-the-list";
        public static final String NOT_WANTED_ANY_MORE = "not-wanted-any-more";
        public static final String PLACE_HELD = "place-held";
        public static final String OFFER_ANSWERED = "offer-answered";
        public static final String ORGANISER_PHONED = "organiser-phoned";
        public static final String OFFER_LAPSED = "offer-lapsed";
        public static final String GROUP_SAID_NO = "group-said-no";
        public static final String PERSON_SAID_NO = "person-said-no";
        public static final String PLACED = "placed";
        public static final String PLACEMENT_ENDED = "placement-ended";
        public static final String FIRST_SESSION_MISSED = "first-session-missed";
        public static final String NOT_TRIED_AGAIN = "not-tried-again";

        private Events() {}
    }

    public static final class Variables {
        public static final Variable<String> REFERENCE = CommonVariables.REFERENCE;
        public static final Variable<String> REFERRAL_ID = CommonVariables.REFERRAL_ID;
        public static final Variable<String> TEAM = CommonVariables.TEAM;
        public static final Variable<String> NEIGHBOURHOOD = CommonVariables.NEIGHBOURHOOD;
        public static final Variable<String> URGENCY = CommonVariables.URGENCY;
        public static final Variable<String> PLACEMENT_ID = Variable.of("placementId", String.class);

        /** The engine's group of the organisers: {@code group-<id>}. */
        public static final Variable<String> GROUP = Variable.of("group", String.class);

        public static final Variable<String> VERDICT = Variable.decision("verdict", Verdict.class, Verdict::word);
        /** When the person who waits is asked whether they stay. */
        public static final Variable<Date> REVIEW_ON = Variable.of("reviewOn", Date.class);

        public static final Variable<String> WAITING = Variable.decision("waiting", Stay.class, Stay::word);
        public static final Variable<String> WANTED =
                Variable.decision("wanted", StillWantedResult.class, StillWantedResult::word);
        public static final Variable<String> ANSWER = Variable.decision("answer", OfferAnswer.class, OfferAnswer::word);
        public static final Variable<String> PERSON_SAYS =
                Variable.decision("personSays", PersonSays.class, PersonSays::word);
        public static final Variable<Date> FIRST_SESSION_ON = Variable.of("firstSessionOn", Date.class);
        public static final Variable<String> FIRST_SESSION =
                Variable.decision("firstSession", FirstSessionResult.class, FirstSessionResult::word);
        public static final Variable<String> AFTER_MISSED =
                Variable.decision("afterMissed", AfterMissed.class, AfterMissed::word);

        private Variables() {}
    }
}
