package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.crisis.Crises;
import org.commonground.crisis.Crisis;
import org.commonground.crisis.CrisisId;
import org.commonground.crisis.SpeakWithPractice;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.Practices;
import org.commonground.person.Person;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.time.InWords;
import org.commonground.referral.Referrals;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/**
 * Speak with the practice's duty clinician today. Those whom it is brought to later are in no team: all they need stands
 * in the form.
 */
@Component
class SpeakWithPracticeForm implements TaskForm<SpeakWithPractice> {

    private final Crises crises;
    private final Referrals referrals;
    private final Practices practices;
    private final PersonWords words;

    SpeakWithPracticeForm(Crises crises, Referrals referrals, Practices practices, PersonWords words) {
        this.crises = crises;
        this.referrals = referrals;
        this.practices = practices;
        this.words = words;
    }

    @Override
    public Class<SpeakWithPractice> record() {
        return SpeakWithPractice.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Crisis crisis = crises.find(new CrisisId(task.subject()));
        Person person = referrals.personOf(crisis.referral());
        Practice practice = practices
                .find(practices.heirOf(referrals.practiceOf(crisis.referral())))
                .orElseThrow();
        Map<String, Object> values = new HashMap<>(words.about(crisis.referral()));
        values.put("born", InWords.date(person.born().date()));
        values.put("nhsNumber", person.nhsNumber().map(NhsNumber::shown).orElse("not known"));
        values.put("kind", crisis.kind().label());
        values.put("said", crisis.said().text());
        values.put("saidBy", crisis.saidBy().label());
        values.put("declared", InWords.stamp(crisis.declaredAt()) + ", by " + RoleWords.somebody(crisis.declaredAs()));
        values.put("practice", practice.name());
        values.put("duty", duty(practice));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, SpeakWithPractice said, Actor actor) {
        crises.confirm(new CrisisId(task.subject()), said, actor);
        return Map.of();
    }

    private static String duty(Practice practice) {
        return practice.duty()
                .map(duty -> duty.name().text() + ", " + duty.phone().text())
                .orElse("not known to us: call the practice and ask for the duty clinician");
    }
}
