package org.commonground.workflow.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Refuses expressions. The engine runs what it finds under keys such as {@code assigneeExpression} as code, also where
 * its switches against that do not reach (the sub-queries of an OR, for one). What is compared here is what a JSON
 * parser makes of the body, so that no way of escaping gets past, and every key of every object is looked at, a repeated
 * one too.
 */
final class NoExpressions {

    private static final JsonFactory JSON = new JsonFactory();

    private NoExpressions() {}

    /** Looks at a query string as it came; null is none. */
    static void in(String query) {
        if (query == null) {
            return;
        }
        for (String parameter : query.split("[&;]")) {
            String[] parts = parameter.split("=", 2);
            key(decoded(parts[0]));
            value(decoded(parameter));
        }
    }

    /**
     * Looks at a JSON body at every depth; an empty one holds nothing.
     *
     * @param values whether values may be queries, and are looked at too; what people write into a form is not run
     */
    static void in(byte[] body, boolean values) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    key(parser.currentName());
                } else if (values && token == JsonToken.VALUE_STRING) {
                    value(parser.getText());
                }
            }
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw RefusedByWall.malformed("This is not JSON");
        }
    }

    private static void key(String key) {
        if (key.toLowerCase(Locale.ROOT).contains("expression")) {
            throw expression();
        }
        value(key);
    }

    private static void value(String text) {
        if (text.contains("${") || text.contains("#{")) {
            throw expression();
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RefusedByWall.malformed("This address is not understood");
        }
    }

    private static RefusedByWall expression() {
        return RefusedByWall.malformed("Expressions are not accepted");
    }
}
