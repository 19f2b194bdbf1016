package org.commonground.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonground.account.Actor;
import org.commonground.conversation.reach.Contacts;
import org.commonground.neighbourhood.PracticeKey;
import org.commonground.referral.Outcome;
import org.commonground.referral.Reference;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.Said;
import org.commonground.web.api.PracticeCalls.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommonGroundTest
class ReferralApiTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Referrals referrals;

    @Autowired
    private ConsentAnswers consents;

    @Autowired
    private Contacts contacts;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private PracticeKey practice;
    private PracticeCalls calls;

    @BeforeEach
    void open() {
        practice = Neighbourhood.in(context).practice();
        calls = new PracticeCalls(port, practice);
    }

    @Test
    void takesBothPublishedExamples() {
        for (String name : List.of("referral-routine.json", "referral-urgent.json")) {
            Answer answer = calls.post(PracticeCalls.example(name).toString());

            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
            String reference = answer.body().get("reference").asText();
            assertThat(Reference.parse(reference)).isPresent();
            assertThat(answer.location()).isEqualTo("/api/referrals/" + reference);
            assertThat(answer.body().get("standing").asText()).isEqualTo("received");
            assertThat(calls.get(answer.location()).body()).isEqualTo(answer.body());
        }
    }

    @Test
    void theSameMessageAgainAnswersTheFirstReference() {
        ObjectNode message = message();
        String reference = reference(calls.post(message.toString()));

        Answer again = calls.post(message.toPrettyString());

        assertThat(again.status()).isEqualTo(200);
        assertThat(reference(again)).isEqualTo(reference);
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void theSameNumberWithOtherContentIsRefused() {
        ObjectNode message = message();
        calls.post(message.toString());
        message.put("urgency", "urgent");

        Answer other = calls.post(message.toString());

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.type()).startsWith("application/problem+json");
        assertThat(other.body().get("detail").asText()).isEqualTo("This number came before with other content");
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void anIdempotencyKeyDoesTheSame() {
        ObjectNode message = message();
        message.remove("ownNumber");
        String key = UUID.randomUUID().toString();
        Answer first = calls.post(message.toString(), "Idempotency-Key", key);
        Answer again = calls.post(message.toString(), "Idempotency-Key", key);
        Answer anotherKey = calls.post(
                message.toString(), "Idempotency-Key", UUID.randomUUID().toString());
        message.put("urgency", "urgent");
        Answer other = calls.post(message.toString(), "Idempotency-Key", key);

        assertThat(List.of(first.status(), again.status(), anotherKey.status(), other.status()))
                .containsExactly(201, 200, 201, 409);
        assertThat(reference(again)).isEqualTo(reference(first));
        assertThat(reference(anotherKey)).isNotEqualTo(reference(first));
        assertThat(made()).isEqualTo(2);
    }

    @Test
    void oneOfTheTwoIsNeeded() {
        ObjectNode message = message();
        message.remove("ownNumber");

        assertThat(calls.post(message.toString()).errors()).containsOnlyKeys("ownNumber");
        assertThat(calls.post(message.toString(), "Idempotency-Key", "k".repeat(201))
                        .errors())
                .containsOnlyKeys("Idempotency-Key");
    }

    @Test
    void theSameNumberOfAnotherPracticeIsAnotherReferral() {
        ObjectNode message = message();
        PracticeCalls others = new PracticeCalls(port, Neighbourhood.in(context).practice());

        String ours = reference(calls.post(message.toString()));
        String theirs = reference(others.post(message.toString()));

        assertThat(ours).isNotEqualTo(theirs);
    }

    @Test
    void eightAtOnceMakeOne() throws Exception {
        String message = message().toString();
        CyclicBarrier together = new CyclicBarrier(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Answer> send = () -> {
                together.await();
                return calls.post(message, "Idempotency-Key", "the-same");
            };
            List<Future<Answer>> sent =
                    IntStream.range(0, 8).mapToObj(i -> threads.submit(send)).toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : sent) {
                answers.add(one.get());
            }
            assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
            assertThat(answers.stream().map(ReferralApiTest::reference).collect(Collectors.toSet()))
                    .hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(made()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from referral_receipt where practice_id = ?")
                        .param(practice.practice().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void saysEverythingThatIsWrongAtOnceFieldByField() {
        ObjectNode message = message();
        ObjectNode person = (ObjectNode) message.get("person");
        person.put("nhsNumber", "999 000 0019");
        person.put("dateOfBirth", "14/03/1951");
        person.put("gender", "female");
        person.put("phone", "ring the bell");
        person.put("familyName", "x".repeat(101));
        person.remove("givenName");
        person.put("interpreter", "no");
        person.put("shoeSize", 39);
        ((ArrayNode) message.get("reason").get("needs")).add("company");
        ((ObjectNode) message.get("contact")).put("call", true);
        message.put("urgency", 1);
        message.put("risk", "none");
        ((ObjectNode) message.get("consent")).put("refer", false).put("by", "best-interests");

        Answer answer = calls.post(message.toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.body().get("detail").asText()).isEqualTo("Some answers need changing");
        assertThat(answer.errors())
                .containsOnlyKeys(
                        "person.nhsNumber",
                        "person.dateOfBirth",
                        "person.gender",
                        "person.phone",
                        "person.familyName",
                        "person.givenName",
                        "person.interpreter",
                        "person.shoeSize",
                        "reason.needs[2]",
                        "contact.call",
                        "urgency",
                        "risk",
                        "consent.refer",
                        "consent.decidedBy",
                        "consent.grounds")
                .containsEntry("person.givenName", "Enter the person's given name")
                .containsEntry("person.familyName", "Use at most 100 characters")
                .containsEntry("person.shoeSize", "There is no such field")
                .containsEntry("urgency", "Choose one of: routine, urgent");
        assertThat(answer.body().toString()).doesNotContain("14/03", "0019", "ring the bell", "xxx", "company");
        assertThat(made()).isZero();
    }

    @Test
    void anEmptyMessageIsToldWhatItNeeds() {
        assertThat(calls.post("{}").errors())
                .containsOnlyKeys("ownNumber", "urgency", "person", "contact", "referrer", "reason", "risk", "consent");
    }

    @Test
    void whoeverWasNotBornYetOrTooLongAgoIsAMistake() {
        ObjectNode message = message();
        ObjectNode person = (ObjectNode) message.get("person");

        person.put("dateOfBirth", "2190-01-01");
        assertThat(calls.post(message.toString()).errors()).containsOnlyKeys("person.dateOfBirth");
        person.put("dateOfBirth", "1890-01-01");
        assertThat(calls.post(message.toString()).errors()).containsOnlyKeys("person.dateOfBirth");
    }

    @Test
    void withoutAnNhsNumberTheReasonIsNeeded() {
        ObjectNode message = message();
        ObjectNode person = (ObjectNode) message.get("person");
        person.remove("nhsNumber");
        assertThat(calls.post(message.toString()).errors()).containsOnlyKeys("person.nhsNumber");

        person.put("nhsNumberMissing", "not-registered");
        assertThat(calls.post(message.toString()).status()).isEqualTo(201);
    }

    @Test
    void whatIsNoReferralIsRefusedInTheSameShape() {
        Map<String, Answer> refused = Map.of(
                "cut off", calls.post("{\"urgency\": "),
                "empty", calls.post(""),
                "a list", calls.post("[]"),
                "twice", calls.post("{\"urgency\":\"routine\",\"urgency\":\"urgent\"}"),
                "more after it", calls.post("{} {}"));
        refused.forEach((what, answer) -> {
            assertThat(answer.status()).as(what).isEqualTo(400);
            assertThat(answer.type()).as(what).startsWith("application/problem+json");
        });
        assertThat(refused.get("cut off").body().get("detail").asText()).contains("line 1");

        Answer xml = calls.post("<referral/>", "Content-Type", "application/xml");
        assertThat(xml.status()).isEqualTo(415);
        assertThat(xml.type()).startsWith("application/problem+json");

        Answer large = calls.post("{\"ownNumber\":\"" + "x".repeat(70_000) + "\"}");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.type()).startsWith("application/problem+json");

        Answer deep = calls.post("[".repeat(5_000));
        assertThat(deep.status()).isEqualTo(400);
    }

    @Test
    void otherMethodsAndPathsAreProblemsToo() {
        Answer method = calls.delete("/api/referrals");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.type()).startsWith("application/problem+json");

        Answer path = calls.get("/api/people");
        assertThat(path.status()).isEqualTo(404);
        assertThat(path.type()).startsWith("application/problem+json");
    }

    @Test
    void withoutTheKeyNothingOpens() {
        PracticeCalls stranger =
                new PracticeCalls(port, new PracticeKey(practice.practice(), practice.odsCode(), "no"));

        assertThat(stranger.post(message().toString()).status()).isEqualTo(401);
        assertThat(stranger.get("/api/referrals/CG-7F3K-2Q").type()).startsWith("application/problem+json");
    }

    @Test
    void anotherPracticesReferralLooksLikeNone() {
        String reference = reference(calls.post(message().toString()));
        PracticeCalls others = new PracticeCalls(port, Neighbourhood.in(context).practice());

        Answer theirs = others.get("/api/referrals/" + reference);
        Answer none = others.get("/api/referrals/" + Reference.random());
        Answer nonsense = others.get("/api/referrals/nonsense");

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(without(theirs.body(), "instance")).isEqualTo(without(none.body(), "instance"));
        assertThat(without(theirs.body(), "instance")).isEqualTo(without(nonsense.body(), "instance"));
    }

    @Test
    void tellsThePracticeHowItGoesWherePersonAgreed() {
        String reference = reference(calls.post(message().toString()));
        ReferralId id = id(reference);

        referrals.stands(id, Standing.OFFERED);
        assertThat(standing(reference)).isEqualTo("offered");

        referrals.stands(id, Standing.REACHING);
        contacts.make(id, Said.doesNotWant(), Actor.SYSTEM);
        referrals.close(id, Outcome.DECLINED, Actor.SYSTEM);
        JsonNode closed = calls.get("/api/referrals/" + reference).body();
        assertThat(closed.get("standing").asText()).isEqualTo("closed");
        assertThat(closed.get("outcome").asText()).isEqualTo("declined");
        assertThat(closed.get("codes").get(0).get("code").asText()).isEqualTo("871711000000103");
    }

    @Test
    void tellsLittleWhereThePersonDidNotAgree() {
        ObjectNode message = message();
        ((ObjectNode) message.get("consent")).put("feedback", false);
        String reference = reference(calls.post(message.toString()));
        ReferralId id = id(reference);

        referrals.stands(id, Standing.OFFERED);
        assertThat(standing(reference)).isEqualTo("received");
        contacts.make(id, Said.doesNotWant(), Actor.SYSTEM);
        referrals.close(id, Outcome.DECLINED, Actor.SYSTEM);
        JsonNode closed = calls.get("/api/referrals/" + reference).body();
        assertThat(closed.get("standing").asText()).isEqualTo("closed");
        assertThat(closed.has("outcome")).isFalse();
        assertThat(closed.has("codes")).isFalse();
    }

    @Test
    void whatWasAgreedCanBeTakenBackAndNotReachedIsAlwaysTold() {
        String reference = reference(calls.post(message().toString()));
        ReferralId id = id(reference);
        referrals.stands(id, Standing.TALKING);
        assertThat(standing(reference)).isEqualTo("talking");

        consents.withdraw(id, Purpose.FEEDBACK, null, Actor.SYSTEM);
        assertThat(standing(reference)).isEqualTo("received");
        referrals.close(id, Outcome.NOT_REACHED, Actor.SYSTEM);
        assertThat(standing(reference)).isEqualTo("not-reached");
    }

    @Test
    void aPracticeReadsWhyItsReferralCameBackAlsoWithoutFeedback() {
        for (boolean feedback : List.of(true, false)) {
            ObjectNode young = message();
            ((ObjectNode) young.get("consent")).put("feedback", feedback);
            ((ObjectNode) young.get("person")).put("dateOfBirth", "2015-03-14");
            Answer sent = calls.post(young.toString());
            assertThat(sent.body().get("standing").asText()).isEqualTo(feedback ? "closed" : "sent-back");
            assertThat(sent.body().get("reason").asText()).isEqualTo("too-young");
            JsonNode later = calls.get("/api/referrals/" + reference(sent)).body();
            assertThat(later).isEqualTo(sent.body());
            assertThat(later.get("reasonInWords").asText()).contains("too young");
            assertThat(later.has("outcome")).isEqualTo(feedback);
        }
    }

    private ObjectNode message() {
        ObjectNode message = (ObjectNode) PracticeCalls.example("referral-routine.json");
        return message.put("ownNumber", UUID.randomUUID().toString());
    }

    private int made() {
        return jdbc.sql("select count(*) from referral where practice_id = ?")
                .param(practice.practice().value())
                .query(Integer.class)
                .single();
    }

    private ReferralId id(String reference) {
        return referrals.byReference(new Reference(reference)).orElseThrow().id();
    }

    private String standing(String reference) {
        return calls.get("/api/referrals/" + reference).body().get("standing").asText();
    }

    private static JsonNode without(JsonNode body, String field) {
        return ((ObjectNode) body.deepCopy()).without(Set.of(field));
    }

    private static String reference(Answer answer) {
        assertThat(answer.body().has("reference")).as(answer.body().toString()).isTrue();
        return answer.body().get("reference").asText();
    }
}
