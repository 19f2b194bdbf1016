package org.commonground.web.signin;

import org.commonground.web.security.ActorAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout of every page who looks at it. */
@ControllerAdvice
class EveryPage {

    @ModelAttribute("viewer")
    Viewer viewer() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof ActorAuthentication actor && actor.account() != null
                ? Viewer.of(actor.account())
                : null;
    }
}
