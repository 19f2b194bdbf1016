package org.commonground.web.refer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.referral.intake.Intake;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.web.api.StrictReader;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Kind;

/**
 * What a page sends, read as the API reads a message: the same types, the same rules, the same words.
 *
 * @param message null where it could not be read at all
 * @param problems by the question's path; empty where the message is well
 */
record ReadMessage(ReferralMessage message, Map<String, String> problems) {

    /** Where the API asks for a coded word, a page asks to choose. */
    private static final Map<String, String> NOT_CHOSEN = Map.of(
            "urgency", "Choose how soon they should be reached",
            "person.gender", "Choose the person’s gender as they state it, or that they prefer not to say",
            "person.ethnicity", "Choose the person’s ethnicity as they state it, or that they prefer not to say",
            "risk.level", "Choose what is known about risks; that none is known is an answer",
            "consent.by", "Choose who agreed",
            "consent.feedback", "Say whether the practice may hear how it goes");

    static ReadMessage of(Filled filled, String key, Intake intake) {
        StrictReader reader = new StrictReader();
        ReferralMessage message = reader.read(json(filled), ReferralMessage.class);
        Map<String, String> problems = new TreeMap<>(intake.problemsOf(message, key));
        problems.putAll(reader.problems());
        problems.putAll(filled.problems());
        return new ReadMessage(message, named(problems, filled));
    }

    private static ObjectNode json(Filled filled) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        Questions.OF_THE_MESSAGE.stream()
                .flatMap(section -> section.questions().stream())
                .forEach(question -> put(root, question, filled));
        return root;
    }

    private static void put(ObjectNode root, Question question, Filled filled) {
        int dot = question.path().indexOf('.');
        ObjectNode parent =
                dot < 0 ? root : root.withObjectProperty(question.path().substring(0, dot));
        String name = question.path().substring(dot + 1);
        String text = filled.text(question.path());
        if (question.kind() == Kind.DATE) {
            LocalDate date = filled.date(question.path());
            parent.put(name, date == null ? null : date.toString());
        } else if (question.kind() == Kind.SEVERAL) {
            ArrayNode chosen = parent.putArray(name);
            filled.all(question.path()).forEach(chosen::add);
        } else if (question.yesNo() && text != null && (text.equals("true") || text.equals("false"))) {
            parent.put(name, Boolean.parseBoolean(text));
        } else {
            // a browser ends lines with a return of its own
            parent.put(name, text == null ? null : text.replace("\r\n", "\n"));
        }
    }

    /** A message that does not say itself what it is about gets the question's label; one about an element its list's. */
    private static Map<String, String> named(Map<String, String> problems, Filled filled) {
        Map<String, String> named = new LinkedHashMap<>();
        problems.forEach((field, words) -> {
            String path = field.replaceFirst("\\[.*$", "");
            named.putIfAbsent(path, inWords(path, words, filled));
        });
        return named;
    }

    private static String inWords(String path, String words, Filled filled) {
        if (filled.text(path) == null && NOT_CHOSEN.containsKey(path)) {
            return NOT_CHOSEN.get(path);
        }
        return Questions.OF_THE_MESSAGE.stream()
                .flatMap(section -> section.questions().stream())
                .filter(question -> question.path().equals(path))
                .map(question -> FormField.about(question.label(), words))
                .findFirst()
                .orElse(words);
    }
}
