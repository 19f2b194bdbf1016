package org.commonground.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.commonground.platform.refusal.Refusal;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * A refusal that no page has shown itself: an error page with its words. A refusal never goes without a word, wherever it
 * comes from.
 */
@Component
class RefusedPages implements HandlerExceptionResolver, Ordered {

    /** Where the error page finds what was said; nothing there where no refusal was the reason. */
    private static final String WORDS = "refused";

    /** After the API's own. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (!(failure instanceof Refusal refusal)) {
            return null;
        }
        request.setAttribute(
                WORDS,
                refusal.fields().isEmpty()
                        ? List.of(refusal.getMessage())
                        : List.copyOf(refusal.fields().values()));
        try {
            response.sendError(Statuses.of(refusal.kind()).value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }
}
