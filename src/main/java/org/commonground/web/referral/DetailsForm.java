package org.commonground.web.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.Practices;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.details.ChangeDetails;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Option;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The questions about a person's details, and back. */
@Component
class DetailsForm {

    private static final List<Option> SAFETY =
            List.of(new Option("safe", "Safe"), new Option("unsafe", "Not safe"), new Option("unknown", "Not known"));

    private final Practices practices;
    private final WorkingDays days;

    DetailsForm(Practices practices, WorkingDays days) {
        this.practices = practices;
        this.days = days;
    }

    /** As if somebody had sent what is known now. */
    Filled filled(ChangeDetails now) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.set("seen", now.mark());
        put(values, "givenName", now.givenName());
        put(values, "familyName", now.familyName());
        put(values, "calledName", now.calledName());
        put(values, "address", now.address());
        put(values, "phone", now.phone());
        put(values, "otherPhone", now.otherPhone());
        put(values, "mail", now.mail());
        put(values, "language", now.language());
        values.set("interpreter", now.interpreter().toString());
        values.set("contact.call", now.contact().call().word());
        values.set("contact.voicemail", now.contact().voicemail().word());
        values.set("contact.text", now.contact().text().word());
        values.set("contact.mail", now.contact().mail().word());
        values.set("contact.letter", now.contact().letter().word());
        put(values, "contact.whoMayAnswer", now.contact().whoMayAnswer());
        put(values, "contact.bestTimes", now.contact().bestTimes());
        values.set("practice", now.practice().toString());
        return new Filled(values);
    }

    private static void put(MultiValueMap<String, String> values, String name, Personal value) {
        values.set(name, value == null ? "" : value.text());
    }

    /** A browser sends lines with a return of its own, which is no change. */
    private static String lines(String text) {
        return text == null ? null : text.replace("\r\n", "\n");
    }

    /** @param now what is known, of which the practice is offered even where it refers no more */
    List<FormField> fields(ChangeDetails now, Filled filled) {
        List<FormField> fields = new ArrayList<>(List.of(
                text("givenName", "Given name", filled),
                text("familyName", "Family name", filled),
                FormField.text(
                        "calledName",
                        "What they like to be called",
                        "Leave it empty where it is the given name.",
                        filled.text("calledName")),
                FormField.longText("address", "Postal address", null, lines(filled.text("address"))),
                text("phone", "Phone number", filled),
                text("otherPhone", "Another phone number", filled),
                text("mail", "Mail address", filled),
                text("language", "The language they speak best", filled),
                radios("interpreter", "Do they need an interpreter?", null, Option.yesOrNo(), filled),
                radios("contact.call", "Is it safe to call?", null, SAFETY, filled),
                radios("contact.voicemail", "Is it safe to leave a voicemail?", null, SAFETY, filled),
                radios("contact.text", "Is it safe to send a text message?", null, SAFETY, filled),
                radios("contact.mail", "Is it safe to send a mail?", null, SAFETY, filled),
                radios("contact.letter", "Is it safe to send a letter to the home?", null, SAFETY, filled),
                FormField.longText(
                        "contact.whoMayAnswer",
                        "Who else may answer?",
                        "And what may be said to them.",
                        lines(filled.text("contact.whoMayAnswer"))),
                FormField.longText("contact.bestTimes", "Good times", null, lines(filled.text("contact.bestTimes"))),
                FormField.select(
                        "practice",
                        "Their practice",
                        "If they have moved to another practice it hears of the referral from now on, and the former one"
                                + " no more.",
                        practices(now),
                        filled.text("practice")),
                radios(
                        "practiceMayHear",
                        "May the new practice hear how it goes?",
                        "Only where the practice changes: ask the person.",
                        Option.yesOrNo(),
                        filled)));
        fields.add(FormField.hidden(
                "seen", Optional.ofNullable(filled.text("seen")).orElse("")));
        return fields;
    }

    /** What is known now, beside what somebody answered who had been shown something older. */
    List<FormField> newer(ChangeDetails now, Filled answered) {
        Map<String, FormField> older =
                fields(now, answered).stream().collect(Collectors.toMap(FormField::name, field -> field));
        return fields(now, filled(now)).stream()
                .map(field -> field.besides(older.get(field.name())))
                .toList();
    }

    private static FormField text(String name, String label, Filled filled) {
        return FormField.text(name, label, null, filled.text(name));
    }

    private static FormField radios(String name, String label, String hint, List<Option> options, Filled filled) {
        return FormField.radios(name, label, hint, options, filled.text(name));
    }

    private List<Option> practices(ChangeDetails now) {
        Optional<Practice> present = practices.find(now.practice());
        return Stream.concat(
                        present.stream(),
                        present.stream()
                                .flatMap(practice -> practices.in(practice.neighbourhood()).stream())
                                .filter(practice -> practice.active() && !practice.hasEnded(days.today()))
                                .filter(practice -> !practice.id().equals(now.practice())))
                .map(DetailsForm::option)
                .toList();
    }

    private static Option option(Practice practice) {
        return new Option(practice.id().toString(), practice.name() + " (" + practice.odsCode() + ")");
    }
}
