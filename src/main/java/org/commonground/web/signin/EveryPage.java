package org.commonground.web.signin;

import org.commonground.account.Teams;
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
    Viewer viewer() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof ActorAuthentication actor && actor.account() != null
                ? Viewer.of(
                        actor.account(), !teams.ledBy(actor.account().asActor()).isEmpty())
                : null;
    }
}
