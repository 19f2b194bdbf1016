package org.commonground.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.neighbourhood.PracticeKey;

/** What a practice's system sends, and what it gets. */
record PracticeCalls(int port, PracticeKey practice) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    static final ObjectMapper JSON = new ObjectMapper();

    record Answer(int status, String type, String location, JsonNode body) {

        /** The message of each field that was wrong. */
        Map<String, String> errors() {
            Map<String, String> errors = new TreeMap<>();
            body.path("errors")
                    .forEach(error -> errors.put(
                            error.get("field").asText(), error.get("message").asText()));
            return errors;
        }
    }

    Answer post(String body, String... headers) {
        HttpRequest.Builder request =
                request("/api/referrals").POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        request.setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** An example as we publish it. */
    static JsonNode example(String name) {
        try (InputStream file = PracticeCalls.class.getResourceAsStream("/openapi/" + name)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        String credentials = practice.odsCode() + ":" + practice.key();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("Location").orElse(null),
                    response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
