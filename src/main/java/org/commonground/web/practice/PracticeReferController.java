package org.commonground.web.practice;

import java.util.List;
import org.commonground.account.Actor;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.platform.time.WorkingDays;
import org.commonground.web.pages.FormField.Option;
import org.commonground.web.refer.HowSoon;
import org.commonground.web.refer.ReferPages;
import org.commonground.web.refer.ReferPages.Place;
import org.commonground.web.refer.Referring;
import org.commonground.web.referral.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Somebody of a practice refers a person, for their own practice. */
@Controller
@RequestMapping("/practice/refer")
class PracticeReferController extends Referring {

    private final PracticeStaff staff;
    private final Neighbourhoods neighbourhoods;
    private final WorkingDays days;

    PracticeReferController(ReferPages pages, PracticeStaff staff, Neighbourhoods neighbourhoods, WorkingDays days) {
        super(pages, "/practice/referrals/");
        this.staff = staff;
        this.neighbourhoods = neighbourhoods;
        this.days = days;
    }

    /** A practice that has ended refers no more; its people may still read. */
    @Override
    protected Place place(Actor.SignedIn actor) {
        Practice practice = staff.practiceOf(actor)
                .filter(own -> !own.hasEnded(days.today()))
                .orElseThrow(NoSuchPage::new);
        return new Place(
                "/practice/refer",
                "Refer somebody",
                "/practice",
                List.of(new Option(practice.id().toString(), practice.name())),
                false,
                HowSoon.in(List.of(practice.neighbourhood()), neighbourhoods));
    }
}
