package org.commonground.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.ChangePassword;
import org.commonground.account.Passwords;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormPage;
import org.commonground.web.security.PasswordAttempts;
import org.commonground.web.security.SessionGoesOn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where everybody chooses a password of their own: whenever they like, and first of all after one was made for them. */
@Controller
class PasswordController {

    private static final Map<String, String> NAMES = Map.of("typedTwice", "again", "another", "chosen");

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordAttempts attempts;
    private final SessionGoesOn session;
    private final InOneTransaction once;

    PasswordController(
            Accounts accounts,
            Passwords passwords,
            PasswordAttempts attempts,
            SessionGoesOn session,
            InOneTransaction once) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.session = session;
        this.once = once;
    }

    @GetMapping("/password")
    ModelAndView ask(@AuthenticationPrincipal Actor.SignedIn actor) {
        return page(account(actor)).show();
    }

    @PostMapping("/password")
    ModelAndView change(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        Filled filled = new Filled(sent, NAMES);
        Account account = account(actor);
        ChangePassword command =
                new ChangePassword(filled.secret("current"), filled.secret("chosen"), filled.secret("again"));
        return FormPage.answer(
                filled,
                () -> attempts.counted(account, request, "current", () -> {
                    once.run(() -> passwords.change(command, actor));
                    session.as(account(actor), request, response);
                    next.addFlashAttribute(
                            "done", "You have a new password. Wherever else you were signed in, you are signed out");
                    return "/account";
                }),
                () -> page(account));
    }

    private Account account(Actor.SignedIn actor) {
        return accounts.find(actor.account()).orElseThrow();
    }

    private static FormPage page(Account account) {
        List<FormField> fields = List.of(
                FormField.password(
                        "current",
                        "Your present password",
                        account.temporaryPassword() ? "The one you were given" : null),
                FormField.password("chosen", "New password", "12 to 72 characters; three or four words are a good one"),
                FormField.password("again", "New password once more", null));
        FormPage page = FormPage.of(
                "Choose your own password",
                null,
                account.temporaryPassword() ? null : "/account",
                fields,
                "Keep the new password");
        return account.temporaryPassword()
                ? page.saying("Your password was made by an administrator, who saw it. Choose one that only you know.")
                : page;
    }
}
