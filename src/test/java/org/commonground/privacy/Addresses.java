package org.commonground.privacy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.apache.catalina.Pipeline;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/**
 * Every address there is while it is open: what is asked of the server, path and query; where its answers send
 * somebody; where pages and mails lead. Addresses are kept by browsers, proxies and logs of others.
 */
final class Addresses extends ValveBase implements AutoCloseable {

    private static final Pattern IN_A_PAGE = Pattern.compile("(?:href|src|action|formaction)=[\"']([^\"']*)[\"']");
    private static final Pattern IN_JSON = Pattern.compile("\"href\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern IN_TEXT = Pattern.compile("https?:[^\\s<>\"]+");

    private final Pipeline server;
    private final List<String> known = new CopyOnWriteArrayList<>();
    private volatile boolean asked = true;

    Addresses(ApplicationContext context) {
        super(true);
        TomcatWebServer web = (TomcatWebServer) ((ServletWebServerApplicationContext) context).getWebServer();
        server = web.getTomcat().getEngine().getPipeline();
        server.addValve(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (asked) {
            String query = request.getQueryString();
            known.add(request.getRequestURI() + (query == null ? "" : "?" + query));
        }
        getNext().invoke(request, response);
        for (String header : List.of("Location", "Content-Location", "Link", "Refresh")) {
            known.addAll(response.getHeaders(header));
        }
    }

    /** What is asked meanwhile is somebody's own making; where the answers send them still counts. */
    void ofAnAttack(Runnable attack) {
        asked = false;
        try {
            attack.run();
        } finally {
            asked = true;
        }
    }

    /** Where a page, or an answer in Json, leads. */
    List<String> ofPage(String page) {
        List<String> found = new CopyOnWriteArrayList<>(found(IN_A_PAGE, page));
        found.addAll(found(IN_JSON, page));
        known.addAll(found);
        return found;
    }

    /** Where a mail leads, in text and in HTML. */
    List<String> ofMail(String mail) {
        List<String> found = new CopyOnWriteArrayList<>(found(IN_A_PAGE, mail));
        found.addAll(found(IN_TEXT, mail));
        known.addAll(found);
        return found;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.groupCount() == 0 ? result.group() : result.group(1))
                .toList();
    }

    int count() {
        return known.size();
    }

    List<String> holding(Marks marks) {
        return known.stream()
                .filter(address -> !marks.inAddress(address).isEmpty())
                .toList();
    }

    @Override
    public void close() {
        server.removeValve(this);
    }
}
