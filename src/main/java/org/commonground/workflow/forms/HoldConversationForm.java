package org.commonground.workflow.forms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.conversation.Wishes;
import org.commonground.conversation.appointment.Appointment;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.conversation.capacity.Advice;
import org.commonground.conversation.capacity.Advices;
import org.commonground.conversation.measure.Measure;
import org.commonground.conversation.talk.ConversationOutcome;
import org.commonground.conversation.talk.Conversations;
import org.commonground.conversation.talk.HoldConversation;
import org.commonground.person.SafeContact;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.time.InWords;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Request;
import org.commonground.referral.consent.Consent;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Consents;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.duplicate.Requests;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Talk with the person: what matters, what they need, how they feel, what they agree to. */
@Component
class HoldConversationForm implements TaskForm<HoldConversation> {

    private final Conversations conversations;
    private final Appointments appointments;
    private final Advices advices;
    private final AdviceWords advice;
    private final Referrals referrals;
    private final Requests requests;
    private final ConsentAnswers consents;
    private final PersonWords words;
    private final NotebookWords notebook;

    HoldConversationForm(
            Conversations conversations,
            Appointments appointments,
            Advices advices,
            AdviceWords advice,
            Referrals referrals,
            Requests requests,
            ConsentAnswers consents,
            PersonWords words,
            NotebookWords notebook) {
        this.conversations = conversations;
        this.appointments = appointments;
        this.advices = advices;
        this.advice = advice;
        this.referrals = referrals;
        this.requests = requests;
        this.consents = consents;
        this.words = words;
        this.notebook = notebook;
    }

    @Override
    public Class<HoldConversation> record() {
        return HoldConversation.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        ReferralId id = new ReferralId(task.subject());
        Request request = requests.of(id);
        Map<String, Object> values = new HashMap<>(words.about(id));
        values.put(
                "appointment",
                appointments.of(id).map(HoldConversationForm::inWords).orElse("not agreed"));
        values.put("advice", advice.of(advices.newest(id)));
        conversations.doubtOf(id).ifPresent(doubt -> {
            values.put("capacity", doubt.capacity().word());
            values.put("capacityNote", doubt.capacityNote());
        });
        values.putAll(notebook.about(id));
        values.putAll(earlier(conversations.earlier(id), request));
        Map<Measure, LocalDate> asked = conversations.askedOn(id);
        conversations.scoresOf(id).answers().forEach((measure, answer) -> values.put(measure.field(), answer.choice()));
        for (Measure measure : Measure.values()) {
            values.put(askedKey(measure), asked(asked.get(measure)));
        }
        values.putAll(agreed(consents.of(id), referrals.personOf(id).safeContact(), advices.newest(id)));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, HoldConversation answer, Actor actor) {
        ConversationOutcome outcome = conversations.hold(new ReferralId(task.subject()), answer, actor);
        Map<String, Object> outputs = new HashMap<>();
        outputs.put("conversation", outcome.next().word());
        switch (outcome.next()) {
            case TALK_AGAIN -> outputs.put("conversationOn", ContactOutputs.date(outcome.talkAt()));
            case NOT_READY -> outputs.put("nextContact", ContactOutputs.date(outcome.askAt()));
            case SIGNPOSTED -> outputs.put("outcome", Outcome.SIGNPOSTED.word());
            case DECLINED -> outputs.put("outcome", Outcome.DECLINED.word());
            case GO_AHEAD, ASK_ADVICE -> {}
        }
        return outputs;
    }

    /** What was said before, and at the very first what the practice said. */
    private static Map<String, Object> earlier(Wishes said, Request request) {
        Map<String, Object> values = new HashMap<>();
        values.put("needs", said.needs().isEmpty() ? request.needs() : said.needs());
        values.put("support", said.support().isEmpty() ? request.support() : said.support());
        values.put("whatMatters", said.whatMatters());
        values.put("days", said.days());
        values.put("times", said.times());
        values.put("travel", said.travel());
        values.put("spending", said.spending());
        values.put("alsoSpeaks", said.alsoSpeaks());
        return values;
    }

    /** {@code askedSatisfied}: the form shows it under the question. */
    private static String askedKey(Measure measure) {
        return "asked" + Character.toUpperCase(measure.field().charAt(0))
                + measure.field().substring(1);
    }

    private static String asked(LocalDate day) {
        return day == null
                ? "Not asked before."
                : "Answered on " + InWords.date(day) + "; change it only if you ask again.";
    }

    private static String inWords(Appointment appointment) {
        return InWords.moment(appointment.at()) + ", " + appointment.place().text();
    }

    /**
     * What was answered before, as the radio buttons take it; what was not stays open. Yes to mails or texts also says
     * that they are safe, so it is never answered beforehand where nobody has said that.
     */
    private static Map<String, Object> agreed(Consents consents, SafeContact contact, Optional<Advice> advice) {
        Map<String, Object> values = new HashMap<>();
        put(values, "shareRisks", consents, Purpose.SHARE_RISKS);
        put(values, "feedback", consents, Purpose.FEEDBACK);
        put(values, "mail", consents, Purpose.MAIL);
        put(values, "text", consents, Purpose.TEXT);
        values.computeIfPresent("mail", (key, answer) -> beforehand(answer, contact.of(Way.MAIL)));
        values.computeIfPresent("text", (key, answer) -> beforehand(answer, contact.of(Way.TEXT)));
        values.putAll(whoAgreed(consents, advice));
        return values;
    }

    /** Who gave each answer; what nobody has answered yet starts from who decides for the person, if somebody does. */
    private static Map<String, Object> whoAgreed(Consents consents, Optional<Advice> advice) {
        Consent refer = consents.newest(Purpose.REFER, null).orElseThrow();
        Optional<GivenBy> advised = advice.flatMap(given -> given.advice().decides());
        Map<String, Object> values = new HashMap<>();
        Map.of(
                        "referBy", Purpose.REFER,
                        "shareRisksBy", Purpose.SHARE_RISKS,
                        "feedbackBy", Purpose.FEEDBACK,
                        "mailBy", Purpose.MAIL,
                        "textBy", Purpose.TEXT)
                .forEach((field, purpose) -> values.put(
                        field,
                        advised.or(() -> consents.newest(purpose, null).map(Consent::by))
                                .orElse(refer.by())));
        boolean others = advice.map(given -> given.advice().isOther()).orElse(false);
        if (others) {
            values.put("decidedBy", advice.orElseThrow().decidedBy());
            values.put("grounds", advice.orElseThrow().grounds());
        } else if (refer.by() != GivenBy.PERSON) {
            values.put("decidedBy", refer.decidedBy());
            values.put("grounds", refer.grounds());
        }
        return values;
    }

    private static Object beforehand(Object answer, Safety safety) {
        return answer.equals("false") || safety == Safety.SAFE ? answer : null;
    }

    private static void put(Map<String, Object> values, String key, Consents consents, Purpose purpose) {
        consents.newest(purpose, null).ifPresent(answer -> values.put(key, Boolean.toString(answer.given())));
    }
}
