package org.commonground.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser of their own, as far as HTTP goes: keeps cookies, follows no redirect by itself. */
public final class Visitor {

    public static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String home;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Visitor(int port) {
        this.home = "http://localhost:" + port;
    }

    /** Signs in on the page, as a person does; answers what the page answers. */
    public HttpResponse<String> signIn(People.Person person) {
        return signIn(person.username(), person.password());
    }

    public HttpResponse<String> signIn(String username, String password) {
        String form = "username=" + encoded(username) + "&password=" + encoded(password) + "&_csrf="
                + encoded(tokenOn("/sign-in"));
        return send(
                "POST", "/sign-in", BodyPublishers.ofString(form), "Content-Type", "application/x-www-form-urlencoded");
    }

    public HttpResponse<String> signOut(String page) {
        String form = "_csrf=" + encoded(tokenOn(page));
        return send(
                "POST",
                "/sign-out",
                BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Opens a page as a browser does. */
    public HttpResponse<String> open(String path) {
        return get(path, "Accept", "text/html");
    }

    /** Fills in the form of a page and sends it to the page's own address; fields are names and values in turn. */
    public HttpResponse<String> submit(String page, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=" + encoded(tokenOn(page)));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(
                "POST",
                page,
                BodyPublishers.ofString(form.toString()),
                "Accept",
                "text/html",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /** Asks the engine's API, with its own token; the body is JSON, or null for none. */
    public HttpResponse<String> engine(String method, String path, String body) {
        return engine(method, path, body, "application/json");
    }

    /** The same for an answer of another type, such as {@code application/hal+json}, which Tasklist asks for. */
    public HttpResponse<String> engine(String method, String path, String body, String accept) {
        return api(method, ENGINE + path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), accept);
    }

    public HttpResponse<String> api(String method, String path, byte[] body) {
        return api(method, path, body, "application/json");
    }

    private HttpResponse<String> api(String method, String path, byte[] body, String accept) {
        BodyPublisher sent = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        return send(
                method,
                path,
                sent,
                "Accept",
                accept,
                "Content-Type",
                "application/json",
                "X-XSRF-TOKEN",
                engineToken());
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(home + path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of a cookie that this visitor has; null for none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The hidden token that a form of a page sends. */
    public String tokenOn(String page) {
        String html = open(page).body();
        Matcher token = TOKEN.matcher(html);
        if (!token.find()) {
            throw new IllegalStateException("no form on " + page);
        }
        return token.group(1);
    }

    private String engineToken() {
        if (cookie("XSRF-TOKEN") == null) {
            get("/camunda/api/engine/engine/");
        }
        String token = cookie("XSRF-TOKEN");
        return token == null ? "none" : token;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where an answer sends somebody, without the host; null where it does not. */
    public String next(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(place -> place.replace(home, ""))
                .orElse(null);
    }

    @Override
    public String toString() {
        return "Visitor" + Arrays.asList(home);
    }
}
