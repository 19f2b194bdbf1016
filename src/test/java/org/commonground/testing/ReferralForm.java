package org.commonground.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of referring somebody, filled in; single answers can be changed. */
public record ReferralForm(Map<String, String> answers) {

    public static ReferralForm filled() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("referrer.name", "Dr Quentin Sample");
        answers.put("referrer.role", "GP");
        answers.put("ownNumber", "");
        answers.put("person.givenName", "Wilhelmina");
        answers.put("person.familyName", "Testerton");
        answers.put("person.calledName", "");
        answers.put("person.dateOfBirth-day", "14");
        answers.put("person.dateOfBirth-month", "3");
        answers.put("person.dateOfBirth-year", "1951");
        answers.put("person.nhsNumber", "");
        answers.put("person.nhsNumberMissing", "not-known");
        answers.put("person.gender", "woman");
        answers.put("person.ethnicity", "prefer-not-to-say");
        answers.put("person.phone", "01632 960018");
        answers.put("person.address", "3 Invented Row\r\nExampleton");
        answers.put("contact.call", "safe");
        answers.put("contact.voicemail", "unsafe");
        answers.put("contact.text", "unknown");
        answers.put("person.interpreter", "false");
        answers.put("urgency", "routine");
        answers.put("reason.narrative", "Alone since her husband died");
        answers.put("reason.needs", "loneliness");
        answers.put("requirements.support", "step-free");
        answers.put("risk.level", "none");
        answers.put("consent.refer", "true");
        answers.put("consent.by", "person");
        answers.put("consent.feedback", "true");
        return new ReferralForm(answers);
    }

    public ReferralForm with(String... namesAndValues) {
        Map<String, String> changed = new LinkedHashMap<>(answers);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new ReferralForm(changed);
    }

    /** Names and values in turn, as {@link Visitor#submit} takes them. */
    public String[] fields() {
        List<String> fields = new ArrayList<>();
        answers.forEach((name, value) -> {
            fields.add(name);
            fields.add(value);
        });
        return fields.toArray(String[]::new);
    }
}
