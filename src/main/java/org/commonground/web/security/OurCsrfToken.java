package org.commonground.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.util.StringUtils;

/**
 * Our token against forged requests: a form sends it as {@code _csrf} (Thymeleaf's {@code th:action} adds it), a script
 * reads the cookie {@value #COOKIE} and sends the header {@value #HEADER}. The names are our own because the engine's
 * web applications use {@code XSRF-TOKEN}, with values of theirs.
 */
final class OurCsrfToken implements CsrfTokenRequestHandler {

    static final String COOKIE = "CG-CSRF";
    static final String HEADER = "X-CG-CSRF";

    /** Forms get a value that differs each time, which a page's compressed size cannot betray. */
    private final CsrfTokenRequestHandler forms = new XorCsrfTokenRequestAttributeHandler();

    private final CsrfTokenRequestHandler scripts = new CsrfTokenRequestAttributeHandler();

    private OurCsrfToken() {}

    static void configure(CsrfConfigurer<HttpSecurity> csrf) {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName(COOKIE);
        tokens.setHeaderName(HEADER);
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(new OurCsrfToken());
    }

    /**
     * Gives pages the token for what their scripts ask of us, and asks for none: the engine's own filter checks a token
     * of its own for everything that changes something there.
     */
    static void giveOnly(CsrfConfigurer<HttpSecurity> csrf) {
        configure(csrf);
        csrf.requireCsrfProtectionMatcher(request -> false);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        forms.handle(request, response, token);
        if (wantsPage(request)) {
            // read here, so that the cookie is there for the page's scripts
            token.get();
        }
    }

    @Override
    public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        boolean byScript = StringUtils.hasText(request.getHeader(token.getHeaderName()));
        return (byScript ? scripts : forms).resolveCsrfTokenValue(request, token);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }
}
