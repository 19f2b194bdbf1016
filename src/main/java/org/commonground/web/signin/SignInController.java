package org.commonground.web.signin;

import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on, and the way from there to where somebody works. */
@Controller
class SignInController {

    private static final String HOME = "redirect:/";

    /** The page to sign in on; whoever is signed in already goes on to their work. */
    @GetMapping("/sign-in")
    String page(
            @AuthenticationPrincipal Actor.SignedIn person,
            @RequestParam(required = false) String refused,
            @RequestParam(required = false) String paused,
            @RequestParam(name = "signed-out", required = false) String signedOut,
            Model model) {
        if (person != null) {
            return HOME;
        }
        model.addAttribute("refused", refused != null);
        model.addAttribute("paused", paused != null);
        model.addAttribute("signedOut", signedOut != null);
        return "sign-in";
    }

    /** Where somebody works: at their tasks, for a manager at the numbers, for a practice's people at its referrals. */
    @GetMapping({"/", "/camunda", "/camunda/", "/camunda/app", "/camunda/app/"})
    String home(@AuthenticationPrincipal Actor.SignedIn person) {
        if (person.has(Role.PRACTICE_STAFF)) {
            return "redirect:/practice";
        }
        boolean onlyNumbers = person.roles().stream().allMatch(role -> role == Role.MANAGER);
        return "redirect:/camunda/app/" + (onlyNumbers ? "cockpit" : "tasklist") + "/default/";
    }
}
