package org.commonground.web.refer;

import jakarta.servlet.http.HttpSession;
import org.commonground.account.Actor;
import org.commonground.web.refer.ReferPages.Place;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which somebody refers a person, wherever they stand: question by question, checked, sent, and done. */
public abstract class Referring {

    private final ReferPages pages;
    private final String referrals;

    /** @param referrals where a referral's own page is for whoever has made it, without its reference */
    protected Referring(ReferPages pages, String referrals) {
        this.pages = pages;
        this.referrals = referrals;
    }

    /** Where somebody refers, or nothing at all: then there is no such page for them. */
    protected abstract Place place(Actor.SignedIn actor);

    @GetMapping
    public ModelAndView ask(@AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        return pages.ask(place(actor), session);
    }

    @PostMapping
    public ModelAndView answer(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpSession session) {
        return pages.answer(place(actor), sent, session);
    }

    @GetMapping("/check")
    public ModelAndView check(@AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        return pages.check(place(actor), session);
    }

    @PostMapping("/check")
    public ModelAndView send(@AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        return pages.send(place(actor), session, actor);
    }

    @PostMapping("/anew")
    public ModelAndView anew(@AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        return pages.anew(place(actor), session);
    }

    @GetMapping("/done")
    public ModelAndView done(@AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        return pages.done(place(actor), session, referrals);
    }
}
