package org.commonground.workflow.access;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * What a form may submit: named values of plain types. Files, bytes and objects, which the engine would store or turn
 * into objects of a class the sender names, are refused.
 */
final class FormBody {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    private static final Set<String> KEYS = Set.of("variables", "withVariablesInReturn");
    private static final Set<String> PARTS = Set.of("name", "value", "type", "valueInfo", "local");
    private static final Set<String> TYPES =
            Set.of("string", "boolean", "integer", "long", "double", "date", "json", "null");

    private FormBody() {}

    static void require(byte[] body) throws IOException {
        JsonNode form;
        try {
            form = JSON.readTree(body);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw RefusedByWall.malformed("This is not JSON");
        }
        if (!form.isObject()) {
            throw notAForm();
        }
        form.fieldNames().forEachRemaining(key -> require(KEYS.contains(key)));
        JsonNode variables = form.path("variables");
        require(variables.isMissingNode() || variables.isNull() || variables.isObject());
        variables.forEach(FormBody::requireVariable);
    }

    private static void requireVariable(JsonNode variable) {
        require(variable.isObject());
        variable.fieldNames().forEachRemaining(part -> require(PARTS.contains(part)));
        JsonNode type = variable.path("type");
        require(type.isMissingNode()
                || type.isNull()
                || type.isTextual() && TYPES.contains(type.asText().toLowerCase(Locale.ROOT)));
        require(!variable.path("valueInfo").elements().hasNext());
        require(!variable.path("local").asBoolean());
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw notAForm();
        }
    }

    private static RefusedByWall notAForm() {
        return RefusedByWall.malformed("This is not a form's answer");
    }
}
