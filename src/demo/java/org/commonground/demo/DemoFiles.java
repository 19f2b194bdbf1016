package org.commonground.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads what the demo is made of: YAML files under {@code demo/}. A field that nobody knows is an error. */
@Component
class DemoFiles {

    private final ObjectMapper json;

    DemoFiles(ObjectMapper json) {
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Something of a file, once more is known about it. */
    <T> T as(Class<T> type, Map<String, ?> fields) {
        return json.convertValue(fields, type);
    }

    /** @param name a file under {@code demo/}, without its ending */
    <T> T read(String name, TypeReference<T> type) {
        try (InputStream text = new ClassPathResource("demo/" + name + ".yml").getInputStream()) {
            return json.convertValue(new Yaml(new SafeConstructor(new LoaderOptions())).load(text), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
