package org.commonground.web.refer;

import static org.commonground.web.refer.Question.date;
import static org.commonground.web.refer.Question.longText;
import static org.commonground.web.refer.Question.radios;
import static org.commonground.web.refer.Question.select;
import static org.commonground.web.refer.Question.several;
import static org.commonground.web.refer.Question.text;
import static org.commonground.web.refer.Question.yesNo;

import java.util.List;
import java.util.stream.Stream;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.person.Ethnicity;
import org.commonground.person.Gender;
import org.commonground.web.pages.FormField.Option;

/** Every question about a referral, in the order in which people ask them on the phone. */
final class Questions {

    /** Whom a link worker records it for; no part of the message. */
    static final String PRACTICE = "practice";

    private static final List<Option> SAFETY = options("safe", "Safe", "unsafe", "Not safe", "unknown", "Not known");

    /** Questions that belong together, under one heading. */
    record Section(String title, List<Question> questions) {}

    /** @param soon what is said about how soon the person is reached */
    static List<Section> ofTheMessage(HowSoon soon) {
        return List.of(
                new Section(
                        "Who refers",
                        List.of(
                                text("referrer.name", "Name of whoever refers"),
                                text("referrer.role", "Their role", "Such as GP or practice nurse"),
                                text(
                                        "ownNumber",
                                        "The practice’s own number for this referral",
                                        "Leave it empty where there is none."))),
                new Section(
                        "Who is referred",
                        List.of(
                                text("person.givenName", "Given name"),
                                text("person.familyName", "Family name"),
                                text(
                                        "person.calledName",
                                        "What they like to be called",
                                        "Leave it empty where it is the given name."),
                                date("person.dateOfBirth", "Date of birth", "Such as 14 3 1951"),
                                text("person.nhsNumber", "NHS number", "Ten digits, with or without spaces"),
                                select(
                                        "person.nhsNumberMissing",
                                        "Why there is no NHS number",
                                        "Only where there is none.",
                                        options(
                                                "not-known", "Not known",
                                                "not-registered", "Not registered",
                                                "overseas-visitor", "Visitor from overseas",
                                                "person-declined", "The person does not want to give it")),
                                radios(
                                        "person.gender",
                                        "Gender",
                                        "As the person states it.",
                                        Option.of(Gender.values(), Gender::word, Gender::label)),
                                select(
                                        "person.ethnicity",
                                        "Ethnicity",
                                        "As the person states it.",
                                        Option.of(Ethnicity.values(), Ethnicity::word, Ethnicity::label)))),
                new Section(
                        "How to reach them safely",
                        List.of(
                                text("person.phone", "Phone number"),
                                text("person.otherPhone", "Another phone number"),
                                text("person.mail", "Mail address"),
                                longText("person.address", "Postal address", null),
                                radios("contact.call", "Is it safe to call?", null, SAFETY),
                                radios("contact.voicemail", "Is it safe to leave a voicemail?", null, SAFETY),
                                radios("contact.text", "Is it safe to send a text message?", null, SAFETY),
                                radios("contact.mail", "Is it safe to send a mail?", null, SAFETY),
                                radios("contact.letter", "Is it safe to send a letter to the home?", null, SAFETY),
                                longText(
                                        "contact.whoMayAnswer",
                                        "Who else may answer?",
                                        "And what may be said to them."),
                                longText("contact.bestTimes", "Good times", null),
                                text("person.language", "The language they speak best", "Leave it empty for English."),
                                yesNo("person.interpreter", "Do they need an interpreter?", null))),
                new Section(
                        "Why",
                        List.of(
                                radios(
                                        "urgency",
                                        "How soon should they be reached?",
                                        "This is no service for a crisis: then call 999 or 111.",
                                        soon.options()),
                                longText("reason.narrative", "Why are they referred?", "In a few words."),
                                several(
                                        "reason.needs",
                                        "What is it about?",
                                        "At least one.",
                                        Option.of(Need.values(), Need::word, Need::label)),
                                several(
                                        "requirements.support",
                                        "What do they need so that they can take part?",
                                        "Leave it empty where they need nothing in particular.",
                                        Option.of(Support.values(), Support::word, Support::label)),
                                longText("requirements.narrative", "More about what they need", null))),
                new Section(
                        "Known risks",
                        List.of(
                                radios(
                                        "risk.level",
                                        "Is any risk known, to the person, to others or from others?",
                                        null,
                                        options(
                                                "none", "None is known",
                                                "managed", "Yes, and it is managed",
                                                "unresolved", "Yes, and it is not resolved")),
                                longText("risk.narrative", "What is the risk?", "Only where there is one."),
                                longText(
                                        "risk.shareInstruction",
                                        "What may a group be told instead?",
                                        "The instruction, not the diagnosis: needs a seat near the door."))),
                new Section(
                        "What was agreed",
                        List.of(
                                yesNo("consent.refer", "Did the person agree to be referred?", null),
                                radios(
                                        "consent.by",
                                        "Who agreed?",
                                        null,
                                        options(
                                                "person", "The person",
                                                "attorney-or-deputy", "An attorney or deputy for health and welfare",
                                                "best-interests", "It was decided in their best interests")),
                                text("consent.decidedBy", "Who decided for them?", "Only where it was not the person."),
                                longText(
                                        "consent.grounds",
                                        "What evidence was seen, or why is it in their best interests?",
                                        "Only where it was not the person."),
                                yesNo("consent.feedback", "May the practice hear how it goes?", null),
                                yesNo(
                                        "consent.mail",
                                        "May we write to them by mail?",
                                        "Leave it open where nobody asked."),
                                yesNo(
                                        "consent.text",
                                        "May we send them text messages?",
                                        "Leave it open where nobody asked."))));
    }

    private Questions() {}

    /** Whether a page sends something under this name; the boxes of a date have names of their own. */
    static boolean asks(String name) {
        String path = name.replaceFirst("-(day|month|year)$", "");
        return path.equals(PRACTICE)
                || ofTheMessage(HowSoon.UNSAID).stream()
                        .flatMap(section -> section.questions().stream())
                        .anyMatch(question -> question.path().equals(path));
    }

    /** With the practices to choose from first, for somebody who records it for one. */
    static List<Section> recordedFor(List<Option> practices, HowSoon soon) {
        return Stream.concat(
                        Stream.of(new Section(
                                "The practice", List.of(select(PRACTICE, "Which practice refers?", null, practices)))),
                        ofTheMessage(soon).stream())
                .toList();
    }

    private static List<Option> options(String... wordsAndLabels) {
        return Stream.iterate(0, i -> i < wordsAndLabels.length, i -> i + 2)
                .map(i -> new Option(wordsAndLabels[i], wordsAndLabels[i + 1]))
                .toList();
    }
}
