package org.commonground.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Neighbourhood;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@CommonGroundTest
class DocumentationTest {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private JsonNode api;

    @BeforeEach
    void read() {
        api = new PracticeCalls(port, Neighbourhood.in(context).practice())
                .get("/api-docs")
                .body();
    }

    @Test
    void describesThePracticesInterfaceAndNothingElse() {
        Set<String> paths = new TreeSet<>();
        api.get("paths").fieldNames().forEachRemaining(paths::add);

        assertThat(paths).containsExactly("/api/referrals", "/api/referrals/{reference}");
        assertThat(api.at("/info/title").asText()).isEqualTo("Common Ground for practices");
        assertThat(api.at("/paths/~1api~1referrals/post/requestBody/content/application~1json/examples"))
                .hasSize(2);
    }

    @Test
    void everyFieldIsExplainedAndNoExplanationIsLeftOver() {
        Set<String> fields = new TreeSet<>();
        api.at("/components/schemas")
                .fields()
                .forEachRemaining(schema -> schema.getValue()
                        .path("properties")
                        .fieldNames()
                        .forEachRemaining(field -> fields.add(schema.getKey() + "." + field)));
        fields.removeIf(field -> field.startsWith("Problem."));

        assertThat(fields).isEqualTo(new TreeSet<>(Documentation.fields().stringPropertyNames()));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = api.findValuesAsText("$ref");

        assertThat(references)
                .contains("#/components/schemas/Problem")
                .allSatisfy(reference ->
                        assertThat(api.at(reference.substring(1)).isObject()).isTrue());
    }

    @Test
    void saysWhatAFieldTakes() {
        JsonNode who = api.at("/components/schemas/Who");

        assertThat(who.at("/properties/nhsNumber/type").asText()).isEqualTo("string");
        assertThat(who.at("/properties/familyName/maxLength").asInt()).isEqualTo(100);
        assertThat(who.at("/properties/gender/enum").toString()).contains("non-binary");
        assertThat(who.at("/required").toString()).contains("dateOfBirth");
        assertThat(api.at("/components/schemas/Reason/properties/needs/items/enum")
                        .toString())
                .contains("low-mood");
    }
}
