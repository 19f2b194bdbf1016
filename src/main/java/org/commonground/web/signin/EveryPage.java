package org.commonground.web.signin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.commonground.account.Account;
import org.commonground.neighbourhood.Teams;
import org.commonground.web.security.ActorAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout of every page who looks at it. */
@ControllerAdvice
class EveryPage {

    private final Teams teams;

    EveryPage(Teams teams) {
        this.teams = teams;
    }

    @ModelAttribute("viewer")
    Viewer viewer(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof ActorAuthentication actor && actor.account() != null
                ? Viewer.of(actor.account(), leads(actor.account(), request))
                : null;
    }

    /** The page that says that something went wrong asks nothing more: the database itself may be gone. */
    private boolean leads(Account account, HttpServletRequest request) {
        return !(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 500)
                && !teams.ledBy(account.asActor()).isEmpty();
    }
}
