package org.commonground.web.practice;

import java.util.List;
import org.commonground.account.Actor;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.practice.PracticeReferrals;
import org.commonground.practice.Sent;
import org.commonground.referral.Reference;
import org.commonground.web.practice.FeedbackLetter.Line;
import org.commonground.web.referral.NoSuchPage;
import org.commonground.web.referral.ReferralLookedAt;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a practice's people read. Another practice's referral does not exist for them. */
@Controller
@RequestMapping("/practice")
class PracticeController {

    static final int A_PAGE = 20;

    private final PracticeStaff staff;
    private final PracticeReferrals referrals;
    private final FeedbackLetter letter;
    private final Events events;
    private final InOneTransaction once;
    private final WorkingDays days;

    PracticeController(
            PracticeStaff staff,
            PracticeReferrals referrals,
            FeedbackLetter letter,
            Events events,
            InOneTransaction once,
            WorkingDays days) {
        this.staff = staff;
        this.referrals = referrals;
        this.letter = letter;
        this.events = events;
        this.once = once;
        this.days = days;
    }

    /**
     * One referral, ready to be shown. {@code toString} names nobody.
     *
     * @param nhsNumber null where there is none
     * @param closed the day, or null while it is open
     * @param feedback whether the practice may hear how it goes
     */
    record Shown(
            String reference,
            String name,
            String born,
            String nhsNumber,
            String referrer,
            String standing,
            String received,
            String closed,
            boolean feedback) {

        static Shown of(Sent sent) {
            return new Shown(
                    sent.view().reference().text(),
                    sent.name().text(),
                    InWords.date(sent.born().date()),
                    sent.nhsNumber().map(NhsNumber::shown).orElse(null),
                    sent.referrer().text(),
                    PracticeWords.of(sent.view()),
                    InWords.stamp(sent.view().receivedAt()),
                    sent.view().closedAt().map(InWords::stamp).orElse(null),
                    sent.view().feedback());
        }

        @Override
        public String toString() {
            return "Shown[" + reference + "]";
        }
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Actor.SignedIn actor) {
        Practice practice = practice(actor);
        int shown = Math.min(Math.max(page, 1), 10_000);
        List<Sent> some = referrals.of(practice.id(), (shown - 1) * A_PAGE, A_PAGE + 1);
        ModelAndView list = new ModelAndView("practice/list");
        list.addObject("practice", practice.name());
        list.addObject("refers", !practice.hasEnded(days.today()));
        list.addObject("referrals", some.stream().limit(A_PAGE).map(Shown::of).toList());
        list.addObject("newer", shown > 1 ? shown - 1 : null);
        list.addObject("older", some.size() > A_PAGE ? shown + 1 : null);
        return list;
    }

    @GetMapping("/referrals/{reference}")
    ModelAndView one(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        return page("practice/referral", reference, actor);
    }

    @GetMapping("/referrals/{reference}/letter")
    ModelAndView letter(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        ModelAndView page = page("practice/letter", reference, actor);
        page.addObject("practice", practice(actor).name());
        page.addObject("today", InWords.date(days.today()));
        return page;
    }

    private ModelAndView page(String view, String reference, Actor.SignedIn actor) {
        Practice practice = practice(actor);
        Sent sent = Reference.parse(reference)
                .flatMap(known -> referrals.find(known, practice.id()))
                .orElseThrow(NoSuchPage::new);
        once.run(() -> events.publish(ReferralLookedAt.by(actor, sent.view().referral(), "practice")));
        List<Line> codes = letter.lines(sent.view());
        ModelAndView page = new ModelAndView(view);
        page.addObject("referral", Shown.of(sent));
        page.addObject("codes", codes);
        return page;
    }

    private Practice practice(Actor.SignedIn actor) {
        return staff.practiceOf(actor).orElseThrow(NoSuchPage::new);
    }
}
