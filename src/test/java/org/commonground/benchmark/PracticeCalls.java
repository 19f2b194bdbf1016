package org.commonground.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.commonground.neighbourhood.PracticeKey;
import org.commonground.testing.Invented;
import org.commonground.testing.Visitor;

/** A practice's system refers somebody and asks how it goes. */
final class PracticeCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Callers callers;
    private final String login;

    PracticeCalls(Callers callers, PracticeKey practice) {
        this.callers = callers;
        this.login = "Basic "
                + Base64.getEncoder()
                        .encodeToString((practice.odsCode() + ":" + practice.key()).getBytes(StandardCharsets.UTF_8));
    }

    void refer(Timings timings) {
        Visitor system = callers.stranger();
        String message = message();
        HttpResponse<String> taken = timings.of(
                "Practice’s system: POST /api/referrals",
                () -> Callers.ok(system.send(
                        "POST",
                        "/api/referrals",
                        BodyPublishers.ofString(message),
                        "Authorization",
                        login,
                        "Content-Type",
                        "application/json")));
        String where = system.next(taken);
        timings.of(
                "Practice’s system: GET " + PageCalls.API, () -> Callers.ok(system.get(where, "Authorization", login)));
    }

    /** The published example, about somebody of their own. */
    private static String message() {
        try (var file = PracticeCalls.class.getResourceAsStream("/openapi/referral-routine.json")) {
            ObjectNode message = (ObjectNode) JSON.readTree(file);
            message.put("ownNumber", UUID.randomUUID().toString());
            ((ObjectNode) message.get("person"))
                    .put(
                            "nhsNumber",
                            Invented.referral().message().person().nhsNumber().text())
                    .put("familyName", "Exampleton " + Long.toString(System.nanoTime(), 36));
            return message.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
