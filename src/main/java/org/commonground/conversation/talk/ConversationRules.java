package org.commonground.conversation.talk;

import java.util.Optional;
import org.commonground.conversation.PlannedDay;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.conversation.capacity.Advice;
import org.commonground.conversation.capacity.CapacityAdvice;
import org.commonground.conversation.measure.Scores;
import org.commonground.conversation.talk.ConversationOutcome.Next;
import org.commonground.person.Person;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.time.WorkingDays;
import org.springframework.stereotype.Component;

/** What a conversation must have brought for what comes next. */
@Component
class ConversationRules {

    private final Appointments appointments;
    private final WorkingDays days;

    ConversationRules(Appointments appointments, WorkingDays days) {
        this.appointments = appointments;
        this.days = days;
    }

    /** How they feel. Refuses everything at once that is missing for what comes next, or makes no sense. */
    Scores requireFit(HoldConversation said, Next next, Optional<Advice> advice, Person person) {
        Problems problems = new Problems();
        Scores scores = said.scores(next == Next.GO_AHEAD, problems);
        switch (next) {
            case GO_AHEAD -> {
                said.requireWhole(problems);
                advice.ifPresent(given -> requireAdvised(said, given, problems));
            }
            case TALK_AGAIN -> appointments.check(said.meeting(), null, person, problems);
            case NOT_READY -> {
                PlannedDay.checkRest(problems, "askAgainOn", said.askAgainOn(), days.today());
            }
            case SIGNPOSTED -> said.signpost().check(problems);
            case DECLINED ->
                problems.needSaid(said.declinedBecause(), "declinedBecause", "Choose why, or that they did not say");
            case ASK_ADVICE -> {}
        }
        said.entry().check(days.today(), problems);
        said.requireGrounds(problems);
        requirePossible(said.consents(), person, problems);
        problems.refuseIfWrong();
        return scores;
    }

    private static void requireAdvised(HoldConversation said, Advice advice, Problems problems) {
        if (!said.doubt().isDoubted()) {
            return;
        }
        if (advice.advice() == CapacityAdvice.STOP) {
            problems.add("result", "The advice is not to go ahead: choose how it goes on otherwise");
        }
        advice.advice()
                .decides()
                .ifPresent(decides -> said.consents().agreed().stream()
                        .filter(answer -> answer.by() != decides)
                        .forEach(answer -> problems.add(
                                answer.field() + "By",
                                "Choose who decides as advised: "
                                        + advice.advice().label())));
    }

    private static void requirePossible(ConsentsSaid said, Person person, Problems problems) {
        if (Boolean.TRUE.equals(said.mail())) {
            if (person.mail().isEmpty()) {
                problems.add("mail", "We have no mail address of theirs: choose no");
            } else if (person.safeContact().of(Way.MAIL) == Safety.UNSAFE) {
                problems.add("mail", "Mail is not safe for this person: choose no");
            }
        }
        if (Boolean.TRUE.equals(said.text())) {
            if (person.phone().isEmpty() && person.otherPhone().isEmpty()) {
                problems.add("text", "We have no phone number of theirs: choose no");
            } else if (person.safeContact().of(Way.TEXT) == Safety.UNSAFE) {
                problems.add("text", "Texts are not safe for this person: choose no");
            }
        }
    }
}
