package org.commonground.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Tells a script of the engine's web applications that nobody is signed in: a page to sign in would confuse it. */
final class ScriptRefusal implements AuthenticationEntryPoint {

    static final RequestMatcher SCRIPTS = DecodedPath.of("/camunda/api/**");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("{\"type\":\"SignedOut\",\"message\":\"You are signed out. Sign in again.\"}");
    }
}
