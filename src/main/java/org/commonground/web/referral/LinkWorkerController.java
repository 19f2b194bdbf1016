package org.commonground.web.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.neighbourhood.Absences;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.referral.Referral;
import org.commonground.referral.linkworker.HandOverPerson;
import org.commonground.referral.linkworker.KeptBecause;
import org.commonground.referral.linkworker.LinkWorkers;
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

/** Hands a person over to a colleague, or to the whole team; who looks after them belongs to the team's own page. */
@Controller
class LinkWorkerController {

    private static final String TITLE = "Hand the person over";
    private static final String THE_TEAM = "team";

    private final Door door;
    private final LinkWorkers linkWorkers;
    private final Accounts accounts;
    private final Absences absences;
    private final InOneTransaction once;

    LinkWorkerController(
            Door door, LinkWorkers linkWorkers, Accounts accounts, Absences absences, InOneTransaction once) {
        this.door = door;
        this.linkWorkers = linkWorkers;
        this.accounts = accounts;
        this.absences = absences;
        this.once = once;
    }

    @GetMapping("/referrals/{reference}/link-worker")
    ModelAndView ask(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        return page(door.openForTeam(reference, actor), Filled.nothing()).show();
    }

    @PostMapping("/referrals/{reference}/link-worker")
    ModelAndView handOver(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Referral referral = door.openForTeam(reference, actor);
        Filled filled = new Filled(sent);
        boolean toTheTeam = THE_TEAM.equals(filled.text("to"));
        HandOverPerson command =
                toTheTeam ? filled.read(HandOverPerson.class, Map.of(), "to") : filled.read(HandOverPerson.class);
        if (!toTheTeam && command.to() == null) {
            filled.problem("to", "Choose who looks after the person from now on");
        }
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> linkWorkers.handOver(referral.id(), command, actor));
                    next.addFlashAttribute("done", words(Optional.ofNullable(command.to())));
                    return path(referral);
                },
                () -> page(door.openForTeam(reference, actor), filled));
    }

    private FormPage page(Referral referral, Filled filled) {
        String caption = "Referral " + referral.reference();
        if (!referral.isOpen()) {
            return FormPage.closed(TITLE, caption, path(referral), "This referral has ended.");
        }
        return FormPage.of(
                        TITLE,
                        caption,
                        path(referral),
                        List.of(
                                FormField.radios(
                                        "to",
                                        "Who looks after the person from now on?",
                                        "What the team is asked about the person comes to them first. Nobody is listed"
                                                + " who is away today.",
                                        people(referral),
                                        filled.text("to")),
                                FormField.radios(
                                        "why",
                                        "Why?",
                                        null,
                                        Stream.of(KeptBecause.values())
                                                .filter(KeptBecause::isChosen)
                                                .map(why -> new Option(why.word(), why.label()))
                                                .toList(),
                                        filled.text("why"))),
                        "Hand over")
                .saying(
                        "Tasks that somebody has already stay theirs: take them over in Tasklist, or ask your team’s lead.");
    }

    private List<Option> people(Referral referral) {
        Optional<AccountId> now = linkWorkers.of(referral.id());
        List<Account> members = accounts.membersOf(referral.team()).stream()
                .filter(account -> account.worksIn(referral.team()))
                .toList();
        Set<AccountId> away =
                absences.today(members.stream().map(Account::id).toList()).keySet();
        List<Option> people = new ArrayList<>(members.stream()
                .filter(account -> !away.contains(account.id()))
                .filter(account -> !now.equals(Optional.of(account.id())))
                .map(account -> new Option(
                        account.id().toString(), account.displayName().text()))
                .toList());
        if (now.isPresent()) {
            people.add(new Option(THE_TEAM, "The whole team: whoever takes the next task"));
        }
        return people;
    }

    private String words(Optional<AccountId> to) {
        return to.flatMap(accounts::find)
                .map(account -> account.displayName().text() + " looks after the person from now on")
                .orElse("The whole team looks after the person from now on");
    }

    private static String path(Referral referral) {
        return "/referrals/" + referral.reference();
    }
}
