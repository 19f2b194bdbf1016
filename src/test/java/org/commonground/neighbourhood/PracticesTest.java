package org.commonground.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.commonground.account.AccountId;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.practice.PracticeReferrals;
import org.commonground.referral.Referrals;
import org.commonground.referral.intake.Intake;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.TimePasses;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What is known about practices, and what happens when one ends. */
@CommonGroundTest
class PracticesTest {

    @Autowired
    BeanFactory context;

    @Autowired
    Practices practices;

    @Autowired
    Referrals referrals;

    @Autowired
    PracticeReferrals practiceReferrals;

    @Autowired
    Intake intake;

    @Autowired
    WorkingDays days;

    @Test
    void a_practice_keeps_its_duty_line_sealed_and_changes() {
        Neighbourhood here = Neighbourhood.in(context);
        PracticeId id = here.practice().practice();
        assertThat(find(id).duty()).isEmpty();
        KeepPractice facts = KeepPractice.of(find(id));
        KeepPractice more = new KeepPractice(
                facts.odsCode(),
                "Another name",
                facts.mail(),
                facts.team(),
                new PersonName("Duty doctor"),
                new Phone("01632 960001"),
                null,
                null);
        practices.change(id, more, Actor.SYSTEM);
        assertThat(find(id).duty()).contains(new DutyContact(more.dutyName(), more.dutyPhone()));
        assertThat(KeepPractice.of(find(id))).isEqualTo(more);
        assertWrong(
                id,
                new KeepPractice("?", " ", null, null, new PersonName("x"), null, null, null),
                "odsCode",
                "name",
                "mail",
                "team",
                "dutyWhole");
        assertWrong(
                id,
                new KeepPractice(facts.odsCode(), "Name", facts.mail(), TeamId.next(), null, null, null, null),
                "team");
        assertWrong(id, succeeded(facts, null, id), "successor");
        PracticeId other = Neighbourhood.in(context).practice().practice();
        practices.change(other, succeeded(KeepPractice.of(find(other)), null, id), Actor.SYSTEM);
        assertWrong(id, succeeded(facts, null, other), "successor");
    }

    @Test
    void after_its_last_day_a_practices_key_is_refused_and_its_successor_hears_and_sees() {
        Neighbourhood old = Neighbourhood.in(context);
        Neighbourhood heir = Neighbourhood.in(context);
        PracticeId oldId = old.practice().practice();
        PracticeId heirId = heir.practice().practice();
        var reference =
                intake.receive(Invented.referral().message(), null, old.actor()).reference();
        practices.change(oldId, succeeded(KeepPractice.of(find(oldId)), days.today(), heirId), Actor.SYSTEM);

        assertThat(authenticate(old)).as("the last day counts").isNotNull();
        assertThat(practices.heirOf(oldId)).isEqualTo(oldId);
        assertThat(practiceReferrals.viewOf(reference, heirId)).isEmpty();

        new TimePasses(context).days(1);
        assertThatThrownBy(() -> authenticate(old))
                .isInstanceOf(PracticeEnded.class)
                .hasMessageContaining(find(heirId).odsCode())
                .hasMessageContaining("Its referrals go on");
        assertThat(practices.authenticate(old.practice().odsCode(), "wrong"))
                .as("a stranger learns nothing")
                .isEmpty();
        assertThat(practices.heirOf(oldId)).isEqualTo(heirId);
        assertThat(practiceReferrals.viewOf(reference, heirId)).isPresent();
        assertThat(practiceReferrals.viewOf(reference, oldId)).isEmpty();
    }

    @Test
    void without_a_last_day_the_successor_takes_over_at_once() {
        Neighbourhood old = Neighbourhood.in(context);
        PracticeId heir = Neighbourhood.in(context).practice().practice();
        practices.change(
                old.practice().practice(),
                succeeded(KeepPractice.of(find(old.practice().practice())), null, heir),
                Actor.SYSTEM);
        assertThatThrownBy(() -> authenticate(old)).isInstanceOf(PracticeEnded.class);
    }

    @Test
    void a_closed_practices_key_is_nobodys() {
        Neighbourhood here = Neighbourhood.in(context);
        practices.close(here.practice().practice(), Actor.SYSTEM);
        assertThat(practices.authenticate(
                        here.practice().odsCode(), here.practice().key()))
                .isEmpty();
    }

    @Test
    void whoever_is_no_staff_of_a_practice_is_not_changed_into_it() {
        KeepPracticeStaff reception = new KeepPracticeStaff(
                "reception",
                new PersonName("Ree Ception"),
                new MailAddress("ree@practice.example"),
                Neighbourhood.in(context).practice().practice());
        AccountId manager = People.in(context).with(Role.MANAGER).id();
        assertThatThrownBy(() -> context.getBean(PracticeStaff.class).change(manager, reception, Actor.SYSTEM))
                .hasMessage("There is no such account");
    }

    private Practice authenticate(Neighbourhood here) {
        return practices
                .authenticate(here.practice().odsCode(), here.practice().key())
                .orElseThrow();
    }

    private Practice find(PracticeId id) {
        return practices.find(id).orElseThrow();
    }

    private static KeepPractice succeeded(KeepPractice facts, LocalDate until, PracticeId heir) {
        return new KeepPractice(facts.odsCode(), facts.name(), facts.mail(), facts.team(), null, null, until, heir);
    }

    private void assertWrong(PracticeId id, KeepPractice facts, String... fields) {
        assertThatThrownBy(() -> practices.change(id, facts, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys(fields));
    }
}
