package org.commonground.workflow.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.commonground.account.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first wall: what may be asked of the engine over HTTP. The engine's web applications carry its whole API, of which
 * people need a small part, and which answers more than its authorisations mean to allow. Here stands what is allowed
 * ({@link OpenDoors}); everything else is refused before the engine has read it, and so is every expression, which the
 * engine would run as code ({@link NoExpressions}).
 *
 * <p>The second wall is inside the engine and refuses every writing command whichever way it came.
 */
final class RequestWall extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestWall.class);
    private static final String API = "/camunda/api/";
    private static final JsonFactory JSON = new JsonFactory();

    private final int longestList;

    /** @param longestList the most rows one answer may have */
    RequestWall(int longestList) {
        this.longestList = longestList;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // the pages around it are plain files; whoever may open them was decided before
        String rest = request.getPathInfo();
        // as the container decoded it to choose the servlet; the path as it came is looked at once we are inside
        return !(request.getServletPath() + (rest == null ? "" : rest) + "/").startsWith(API);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(inspect(request), response);
        } catch (RefusedByWall refused) {
            // neither path nor query: somebody may have typed anything into them
            LOG.warn(
                    "refused {} on the engine's API to account {}: {}",
                    request.getMethod(),
                    SignedInWithUs.current().map(Actor.SignedIn::account).orElse(null),
                    refused.getMessage());
            write(response, refused);
        }
    }

    private HttpServletRequest inspect(HttpServletRequest request) throws IOException {
        List<String> path = StrictPath.below(request.getContextPath() + API, request.getRequestURI());
        OpenDoors.require(request.getMethod(), path, SignedInWithUs.current().orElse(null));
        NoExpressions.in(request.getQueryString());
        return ReadBody.of(request, path, bounded(path, request.getQueryString()));
    }

    /** Cockpit asks for some lists without saying how long, which the engine refuses: they get the longest it gives. */
    private String bounded(List<String> path, String query) {
        boolean list = path.size() == 4 && path.get(0).equals("engine");
        if (!list || query != null && query.contains("maxResults=")) {
            return query;
        }
        return (query == null ? "" : query + "&") + "maxResults=" + longestList;
    }

    private static void write(HttpServletResponse response, RefusedByWall refused) throws IOException {
        response.reset();
        response.setStatus(refused.status().value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try (JsonGenerator json = JSON.createGenerator(response.getOutputStream())) {
            json.writeStartObject();
            json.writeStringField("type", refused.status() == HttpStatus.FORBIDDEN ? "NotAllowed" : "NotUnderstood");
            json.writeStringField("message", refused.getMessage());
            json.writeEndObject();
        }
    }
}
