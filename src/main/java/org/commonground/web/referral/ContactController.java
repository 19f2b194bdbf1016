package org.commonground.web.referral;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.conversation.notebook.ContactKind;
import org.commonground.conversation.notebook.NoteContact;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Option;
import org.commonground.web.pages.FormPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes a call, a visit, a text or a letter that no task asked for. Sending the page twice notes it once. */
@Controller
class ContactController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final List<Option> KINDS = Option.of(ContactKind.values(), ContactKind::word, ContactKind::label);

    private final Door door;
    private final Notebooks notebooks;
    private final WaitingLine waiting;
    private final InOneTransaction once;
    private final Clock clock;

    ContactController(Door door, Notebooks notebooks, WaitingLine waiting, InOneTransaction once, Clock clock) {
        this.door = door;
        this.notebooks = notebooks;
        this.waiting = waiting;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping("/referrals/{reference}/contact")
    ModelAndView ask(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        ZonedDateTime now = clock.instant().atZone(WorkingDays.LONDON).truncatedTo(ChronoUnit.MINUTES);
        Filled usual = Filled.with(
                "on-day",
                "" + now.getDayOfMonth(),
                "on-month",
                "" + now.getMonthValue(),
                "on-year",
                "" + now.getYear(),
                "at",
                TIME.format(now));
        return page(door.openForTeam(reference, actor), usual, actor).show();
    }

    @PostMapping("/referrals/{reference}/contact")
    ModelAndView note(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Referral referral = door.openForTeam(reference, actor);
        Filled filled = new Filled(sent);
        NoteContact note = filled.read(NoteContact.class, Map.of("request", filled.request()));
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> notebooks.note(referral.id(), note, actor));
                    next.addFlashAttribute("done", "The contact is noted");
                    return "/referrals/" + referral.reference();
                },
                () -> page(referral, filled, actor));
    }

    /** What answers the last letter is more than a note: without it the referral is closed as not reached. */
    private FormPage page(Referral referral, Filled filled, Actor.SignedIn actor) {
        FormPage page = questions(referral, filled);
        return waiting.reply(referral, actor)
                .map(task -> page.linking(
                        "They got in touch after our last letter? Record what they said, so that the referral goes on",
                        "/camunda/app/tasklist/default/#/?task=" + task))
                .orElse(page);
    }

    private static FormPage questions(Referral referral, Filled filled) {
        return FormPage.of(
                "Note a contact",
                "Referral " + referral.reference(),
                "/referrals/" + referral.reference(),
                List.of(
                        FormField.radios("how", "How were you in touch?", null, KINDS, filled.text("how")),
                        FormField.text(
                                "with",
                                "With whom?",
                                "The person, or who else: a daughter, the practice. If you wrote, to whom.",
                                filled.text("with")),
                        FormField.date("on", "On which day?", null, filled.typedDate("on")),
                        FormField.text("at", "At what time?", "Such as 14:30", filled.text("at")),
                        FormField.longText(
                                "said",
                                "What was said?",
                                "The team reads this. A worry about somebody’s safety goes to Raise a concern.",
                                filled.text("said")),
                        filled.requestField()),
                "Note it");
    }
}
