package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.conversation.capacity.Advices;
import org.commonground.conversation.capacity.AdviseOnCapacity;
import org.commonground.conversation.capacity.Doubt;
import org.commonground.conversation.talk.Conversations;
import org.commonground.referral.ReferralId;
import org.commonground.referral.consent.Consent;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** A clinical supervisor advises whether a person can decide. They read what is doubted, and no name. */
@Component
class AdviseOnCapacityForm implements TaskForm<AdviseOnCapacity> {

    private final Advices advices;
    private final Conversations conversations;
    private final ConsentAnswers consents;
    private final PersonWords people;
    private final AdviceWords words;

    AdviseOnCapacityForm(
            Advices advices,
            Conversations conversations,
            ConsentAnswers consents,
            PersonWords people,
            AdviceWords words) {
        this.advices = advices;
        this.conversations = conversations;
        this.consents = consents;
        this.people = people;
        this.words = words;
    }

    @Override
    public Class<AdviseOnCapacity> record() {
        return AdviseOnCapacity.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        ReferralId id = new ReferralId(task.subject());
        Map<String, Object> person = people.about(id);
        Map<String, Object> values = new HashMap<>();
        for (String known : Set.of("notice", "reference", "age", "language", "interpreter")) {
            values.put(known, person.get(known));
        }
        Doubt doubt = conversations.doubtOf(id).orElseThrow();
        values.put("capacity", doubt.capacity().label());
        values.put("capacityNote", GroupWords.text(doubt.capacityNote()));
        values.put("referBy", referBy(id));
        String before = words.of(advices.newest(id));
        values.put("before", before.isEmpty() ? "nothing" : before);
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, AdviseOnCapacity answer, Actor actor) {
        advices.give(new ReferralId(task.subject()), answer, actor);
        return Map.of();
    }

    private static String inWords(GivenBy by) {
        return switch (by) {
            case PERSON -> "the person";
            case ATTORNEY_OR_DEPUTY -> "an attorney or deputy for health and welfare";
            case BEST_INTERESTS -> "somebody, in their best interests";
        };
    }

    private String referBy(ReferralId id) {
        return consents.of(id)
                .newest(Purpose.REFER, null)
                .map(Consent::by)
                .map(AdviseOnCapacityForm::inWords)
                .orElse("nobody");
    }
}
