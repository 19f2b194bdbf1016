package org.commonground.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Compares a request's path as the container has decoded it to choose the servlet. Spring's own matchers look at what
 * is left after a servlet's mapping, so that a pattern for {@code /camunda/api} would silently pass by the engine's
 * servlets there; and the path as it came can be written in many ways.
 *
 * @param paths each either a whole path, or one that ends in {@code /**}, which means itself and everything below
 */
record DecodedPath(List<String> paths) implements RequestMatcher {

    static DecodedPath of(String... paths) {
        return new DecodedPath(Arrays.asList(paths));
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        String rest = request.getPathInfo();
        String path = request.getServletPath() + (rest == null ? "" : rest);
        return paths.stream().anyMatch(wanted -> matches(wanted, path));
    }

    private static boolean matches(String wanted, String path) {
        if (!wanted.endsWith("/**")) {
            return wanted.equals(path);
        }
        String root = wanted.substring(0, wanted.length() - 3);
        return path.equals(root) || path.startsWith(root + "/");
    }
}
