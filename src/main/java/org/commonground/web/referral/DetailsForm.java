package org.commonground.web.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.PracticeId;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.Practices;
import org.commonground.person.SafeWays;
import org.commonground.person.Safety;
import org.commonground.platform.Worded;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.platform.personal.Trait;
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

    /** Where the command names a field otherwise than the page. */
    static final Map<String, String> NAMES = Map.of(
            "contact.call", "call",
            "contact.voicemail", "voicemail",
            "contact.text", "text",
            "contact.mail", "mailSafe",
            "contact.letter", "letter",
            "contact.whoMayAnswer", "whoMayAnswer",
            "contact.bestTimes", "bestTimes");

    private static final List<Option> SAFETY =
            List.of(new Option("safe", "Safe"), new Option("unsafe", "Not safe"), new Option("unknown", "Not known"));
    private static final List<Option> YES_NO = List.of(new Option("true", "Yes"), new Option("false", "No"));

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
        values.set("call", now.contact().call().word());
        values.set("voicemail", now.contact().voicemail().word());
        values.set("text", now.contact().text().word());
        values.set("mailSafe", now.contact().mail().word());
        values.set("letter", now.contact().letter().word());
        put(values, "whoMayAnswer", now.contact().whoMayAnswer());
        put(values, "bestTimes", now.contact().bestTimes());
        values.set("practice", now.practice().toString());
        return new Filled(values);
    }

    private static void put(MultiValueMap<String, String> values, String name, Personal value) {
        values.set(name, value == null ? "" : value.text());
    }

    static ChangeDetails read(Filled filled) {
        return new ChangeDetails(
                PersonName.of(filled.text("givenName")),
                PersonName.of(filled.text("familyName")),
                PersonName.of(filled.text("calledName")),
                PostalAddress.of(lines(filled.text("address"))),
                Phone.of(filled.text("phone")),
                Phone.of(filled.text("otherPhone")),
                MailAddress.of(filled.text("mail")),
                Trait.of(filled.text("language")),
                yesNo(filled, "interpreter"),
                new SafeWays(
                        filled.one("call", Worded.reader(Safety.class)),
                        filled.one("voicemail", Worded.reader(Safety.class)),
                        filled.one("text", Worded.reader(Safety.class)),
                        filled.one("mailSafe", Worded.reader(Safety.class)),
                        filled.one("letter", Worded.reader(Safety.class)),
                        Narrative.of(lines(filled.text("whoMayAnswer"))),
                        Narrative.of(lines(filled.text("bestTimes")))),
                filled.one("practice", PracticeId::of),
                yesNo(filled, "practiceMayHear"));
    }

    /** A browser sends lines with a return of its own, which is no change. */
    private static String lines(String text) {
        return text == null ? null : text.replace("\r\n", "\n");
    }

    private static Boolean yesNo(Filled filled, String name) {
        return filled.one(name, Map.of("true", true, "false", false)::get);
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
                radios("interpreter", "Do they need an interpreter?", null, YES_NO, filled),
                radios("call", "Is it safe to call?", null, SAFETY, filled),
                radios("voicemail", "Is it safe to leave a voicemail?", null, SAFETY, filled),
                radios("text", "Is it safe to send a text message?", null, SAFETY, filled),
                radios("mailSafe", "Is it safe to send a mail?", null, SAFETY, filled),
                radios("letter", "Is it safe to send a letter to the home?", null, SAFETY, filled),
                FormField.longText(
                        "whoMayAnswer",
                        "Who else may answer?",
                        "And what may be said to them.",
                        lines(filled.text("whoMayAnswer"))),
                FormField.longText("bestTimes", "Good times", null, lines(filled.text("bestTimes"))),
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
                        YES_NO,
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
        return Stream.concat(
                        practices.find(now.practice()).stream(),
                        practices.all().stream()
                                .filter(practice -> !practice.hasEnded(days.today()))
                                .filter(practice -> !practice.id().equals(now.practice())))
                .map(DetailsForm::option)
                .toList();
    }

    private static Option option(Practice practice) {
        return new Option(practice.id().toString(), practice.name() + " (" + practice.odsCode() + ")");
    }
}
