package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.Practices;
import org.commonground.person.Person;
import org.commonground.placement.ending.DeathChecks;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.time.InWords;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.death.ConfirmDeath;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Make sure whether a death that was recorded elsewhere is this person's. It says nothing of where that was. */
@Component
class ConfirmDeathForm implements TaskForm<ConfirmDeath> {

    private final DeathChecks checks;
    private final Referrals referrals;
    private final Practices practices;

    ConfirmDeathForm(DeathChecks checks, Referrals referrals, Practices practices) {
        this.checks = checks;
        this.referrals = referrals;
        this.practices = practices;
    }

    @Override
    public Class<ConfirmDeath> record() {
        return ConfirmDeath.class;
    }

    /** No way of reaching the person: nobody should ring the home of somebody who died to ask. */
    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        ReferralId id = new ReferralId(task.subject());
        Person person = referrals.personOf(id);
        Map<String, Object> values = new HashMap<>();
        values.put("person", person.name().text());
        values.put("born", InWords.date(person.born().date()));
        values.put("nhsNumber", person.nhsNumber().map(NhsNumber::shown).orElse("not known"));
        values.put(
                "practice",
                practices
                        .find(practices.heirOf(referrals.practiceOf(id)))
                        .map(Practice::name)
                        .orElse("their practice"));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, ConfirmDeath answer, Actor actor) {
        checks.confirm(new ReferralId(task.subject()), answer, actor);
        return Map.of();
    }
}
