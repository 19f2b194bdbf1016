package org.commonground.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonground.group.Group;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.platform.time.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * What people of the demo say, by the names of {@code demo/answers.yml}, as a form would submit it. Words in braces are
 * filled in when it is said.
 */
@Component
class DemoAnswers {

    private static final Pattern DAYS = Pattern.compile("\\{\\+(\\d+)}");
    private static final Pattern SESSION = Pattern.compile("\\{session\\+(\\d+)}");

    private final Map<String, Map<String, Object>> usual;
    private final DemoGroups groups;
    private final WorkingDays days;

    DemoAnswers(DemoFiles files, DemoGroups groups, WorkingDays days) {
        this.usual = files.read("answers", new TypeReference<>() {});
        this.groups = groups;
        this.days = days;
    }

    /**
     * An answer to a task, or a deed that no task asks for.
     *
     * @param task the id of the task in the model; null where it is a deed
     * @param deed what is done; null where it is an answer
     * @param fields by name; those of an answer as its form submits them
     */
    record Said(String task, String deed, Map<String, Object> fields) {

        String text(String field) {
            return (String) fields.get(field);
        }
    }

    /** Which task a step answers; empty where it is a deed. */
    Optional<String> task(DemoStory.Step step) {
        return step.claims() != null
                ? Optional.of(step.claims())
                : Optional.ofNullable((String) usual(step).get("task"));
    }

    /** @param group the group that the task is about, where it is about one */
    Said said(DemoStory story, DemoStory.Step step, Optional<Group> group) {
        Map<String, Object> fields = new HashMap<>(usual(step));
        fields.putAll(step.but());
        String task = (String) fields.remove("task");
        String deed = (String) fields.remove("deed");
        fields.replaceAll((name, value) -> filled(value, story, step, group));
        fields.computeIfPresent("firstSessionAt", (name, value) -> time(value, fields.get("firstSessionOn"), group));
        return new Said(task, deed, fields);
    }

    private Map<String, Object> usual(DemoStory.Step step) {
        if (!usual.containsKey(step.says())) {
            throw new IllegalArgumentException("demo/answers.yml knows no " + step.says());
        }
        return usual.get(step.says());
    }

    private Object filled(Object value, DemoStory story, DemoStory.Step step, Optional<Group> group) {
        if (!(value instanceof String text) || !text.startsWith("{")) {
            return value;
        }
        return switch (text) {
            case "{needs}" -> story.needs().stream().map(Need::word).toList();
            case "{support}" -> story.support().stream().map(Support::word).toList();
            case "{groups}" ->
                step.groups().stream()
                        .map(word -> groups.named(word).id().toString())
                        .toList();
            case "{meets}" -> group.orElseThrow().venue().meets().text();
            case "{session-time}" -> text;
            default -> date(text, group).toString();
        };
    }

    private LocalDate date(String text, Optional<Group> group) {
        Matcher working = DAYS.matcher(text);
        if (working.matches()) {
            return days.after(days.today(), Integer.parseInt(working.group(1)));
        }
        Matcher session = SESSION.matcher(text);
        if (session.matches()) {
            int least = Integer.parseInt(session.group(1));
            LocalDate day = days.after(days.today(), least);
            while (!meets(group.orElseThrow(), day)) {
                day = day.plusDays(1);
            }
            return day;
        }
        throw new IllegalArgumentException("Nobody knows what " + text + " means");
    }

    /** When the group meets on the day of the first session. */
    private static Object time(Object value, Object on, Optional<Group> group) {
        return !value.equals("{session-time}")
                ? value
                : group.orElseThrow().sessions().stream()
                        .filter(session ->
                                session.day() == LocalDate.parse(on.toString()).getDayOfWeek())
                        .map(session -> session.start().toString())
                        .findFirst()
                        .orElseThrow();
    }

    private static boolean meets(Group group, LocalDate day) {
        return group.sessions().stream().anyMatch(session -> session.day() == day.getDayOfWeek());
    }
}
