package org.commonground.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Practice;
import org.commonground.account.Practices;
import org.commonground.group.Group;
import org.commonground.group.Groups;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.placement.Placement;
import org.commonground.placement.Placements;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.platform.personal.Trait;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Ethnicity;
import org.commonground.referral.Gender;
import org.commonground.referral.GivenBy;
import org.commonground.referral.OwnNumber;
import org.commonground.referral.ReferralId;
import org.commonground.referral.ReferralMessage;
import org.commonground.referral.Referrals;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.Safety;
import org.commonground.referral.Urgency;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.commonground.workflow.tasks.TaskRefused;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * One referral under way: the demo's link worker takes an invented person as far as an offer that a group has yet to
 * answer. Everything goes through the doors that people use; a story that was cut short goes on where it stopped.
 */
@Component
class DemoReferral {

    private final Practices practices;
    private final Referrals referrals;
    private final Accounts accounts;
    private final Groups groups;
    private final Placements placements;
    private final TaskPort port;
    private final WorkingDays days;
    private final ObjectMapper json;

    DemoReferral(
            Practices practices,
            Referrals referrals,
            Accounts accounts,
            Groups groups,
            Placements placements,
            TaskPort port,
            WorkingDays days,
            ObjectMapper json) {
        this.practices = practices;
        this.referrals = referrals;
        this.accounts = accounts;
        this.groups = groups;
        this.placements = placements;
        this.port = port;
        this.days = days;
        this.json = json;
    }

    /**
     * Answers the next task of the story, if it is open yet. The story ends with the first offer ever made: what people
     * do from there is theirs.
     *
     * @return whether the story has been told
     * @throws TaskRefused where somebody has taken one of its tasks over
     */
    boolean tellNext() {
        ReferralId referral = refer();
        List<Placement> tried = placements.of(referral);
        if (tried.stream().anyMatch(placement -> placement.answerBy().isPresent())) {
            return true;
        }
        port.openTasksAbout(referral.value()).forEach(this::answerIfTold);
        tried.forEach(placement -> port.openTasksAbout(placement.id().value()).forEach(this::answerIfTold));
        return false;
    }

    private void answerIfTold(OpenTask task) {
        Map<String, Object> answer = answers().get(task.key());
        if (answer != null) {
            Actor.SignedIn robin = accounts.actorOf(accounts.byUsername(DemoPerson.LINK_WORKER.username())
                    .orElseThrow()
                    .id());
            port.claim(task.id(), robin);
            port.submit(task.id(), answer, robin);
        }
    }

    /** The practice's own number makes the second call harmless. */
    private ReferralId refer() {
        Practice practice = practices.byOdsCode(DemoNeighbourhood.ODS_CODE).orElseThrow();
        var receipt = referrals.receive(message(), null, new Actor.Practice(practice.id()));
        return referrals.byReference(receipt.reference()).orElseThrow().id();
    }

    private static ReferralMessage message() {
        return new ReferralMessage(
                new OwnNumber("DEMO-1"),
                Urgency.ROUTINE,
                new ReferralMessage.Who(
                        new NhsNumber("999 000 0034"),
                        null,
                        new PersonName("Ottoline"),
                        new PersonName("Madeup"),
                        new PersonName("Otti"),
                        new BirthDate(LocalDate.of(1948, 5, 2)),
                        Gender.WOMAN,
                        Ethnicity.PREFER_NOT_TO_SAY,
                        new PostalAddress("1 Imaginary Close\nElmbrook\nZZ1 1ZZ"),
                        new Phone("01632 960034"),
                        null,
                        new MailAddress("ottoline.madeup@example.org"),
                        null,
                        false),
                new ReferralMessage.Contact(
                        Safety.SAFE,
                        Safety.SAFE,
                        Safety.UNKNOWN,
                        Safety.SAFE,
                        Safety.SAFE,
                        new Narrative("Her grandson Fabian may answer"),
                        new Narrative("Afternoons")),
                new ReferralMessage.Referrer(new PersonName("Dr Una Imagined"), new Trait("GP")),
                new ReferralMessage.Reason(
                        new Narrative("Since she gave up her allotment she hardly leaves the house."),
                        List.of(Need.LONELINESS, Need.NATURE_AND_GARDENING)),
                new ReferralMessage.Requirements(
                        List.of(Support.SEAT), new Narrative("Tires quickly, needs to sit down now and then")),
                new ReferralMessage.Risk(RiskLevel.NONE, null, null),
                new ReferralMessage.Agreement(true, GivenBy.PERSON, null, null, true, true, false));
    }

    /** By task: what the link worker answers, as a form would submit it. */
    private Map<String, Map<String, Object>> answers() {
        try {
            String text = new ClassPathResource("demo/answers.json").getContentAsString(StandardCharsets.UTF_8);
            String filled = text.replace("{garden}", garden().toString())
                    .replace("{next-working-day}", days.after(days.today(), 1).toString());
            return json.readValue(filled, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID garden() {
        return groups.list().stream()
                .filter(group -> group.name().equals(DemoGroups.GARDEN))
                .map(Group::id)
                .findFirst()
                .orElseThrow()
                .value();
    }
}
