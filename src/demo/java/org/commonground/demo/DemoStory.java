package org.commonground.demo;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.person.Ethnicity;
import org.commonground.person.Gender;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.Urgency;

/**
 * One invented referral and what happened to it, as a file under {@code demo/stories} tells it.
 *
 * @param number the practice's own number of it, by which it is known here
 * @param from the practice's ODS code
 * @param begins how many working days ago the practice referred
 * @param with the user name of the link worker who answers where a step names nobody else
 * @param who the person
 * @param refers who refers, and what they are: {@code Dr Una Imagined, GP}; null for the practice's usual doctor
 * @param why the practice's words
 * @param support what the person needs to take part; null for nothing
 * @param notes what else to know about that; may be null
 * @param ways ways of contact that are not marked safe; null for none
 * @param risk what is known about risks; null for nothing
 * @param told what happened then, in order
 */
record DemoStory(
        String number,
        String from,
        int begins,
        String with,
        Who who,
        String refers,
        Urgency urgency,
        String why,
        List<Need> needs,
        List<Support> support,
        String notes,
        Map<Way, Safety> ways,
        Risk risk,
        List<Step> told) {

    DemoStory {
        support = support == null ? List.of() : support;
        ways = ways == null ? Map.of() : ways;
        urgency = urgency == null ? Urgency.ROUTINE : urgency;
        told = told == null ? List.of() : told;
    }

    /**
     * An invented person.
     *
     * @param born as {@code 1948-05-02}
     * @param nhs an NHS number of the range kept for tests
     * @param mail null where they have none
     * @param language null for English
     */
    record Who(
            String given,
            String family,
            String called,
            String born,
            Gender gender,
            Ethnicity ethnicity,
            String nhs,
            String address,
            String phone,
            String mail,
            String language,
            boolean interpreter) {}

    /** A known risk: what it is, and what a group is told of it. */
    record Risk(RiskLevel level, String what, String instruction) {}

    /**
     * What somebody does next, or answers to a task: as soon as the task is open, and not before so many working days.
     *
     * @param by who; null for the story's link worker
     * @param says what, by its name in {@code demo/answers.yml}; or
     * @param claims the task that they only claim
     * @param after working days since the step before; the next one unless said, 0 for the same day
     * @param groups the groups it is about, by their words in {@code demo/groups.yml}
     * @param but fields of the answer that are other than usual
     */
    record Step(String by, String says, String claims, Integer after, List<String> groups, Map<String, Object> but) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Step {
            after = after == null ? 1 : after;
            groups = groups == null ? List.of() : groups;
            but = but == null ? Map.of() : but;
        }

        /** The usual answer by the story's link worker, one working day later. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Step of(String says) {
            return new Step(null, says, null, null, null, null);
        }
    }
}
