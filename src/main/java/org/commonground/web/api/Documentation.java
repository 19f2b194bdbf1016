package org.commonground.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.platform.personal.Trait;
import org.commonground.platform.personal.Written;
import org.commonground.referral.intake.OwnNumber;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/**
 * The interface's description (OpenAPI), served at {@code /api-docs} and browsable at {@code /swagger-ui.html}. What
 * each field means stands in {@code openapi/fields.properties}, and its examples, all about invented people, beside
 * it.
 */
@Configuration(proxyBeanMethods = false)
class Documentation {

    private static final String KEY = "practice key";

    /** Our value types are written as text. */
    static {
        Stream.of(
                        OwnNumber.class,
                        NhsNumber.class,
                        PersonName.class,
                        BirthDate.class,
                        PostalAddress.class,
                        Phone.class,
                        MailAddress.class,
                        Narrative.class,
                        Trait.class)
                .forEach(type -> SpringDocUtils.getConfig().replaceWithClass(type, String.class));
    }

    @Bean
    OpenAPI practiceInterface() throws IOException {
        return new OpenAPI()
                .info(new Info()
                        .title("Common Ground for practices")
                        .version("1")
                        .description(text("introduction.md"))
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Username: your practice's ODS code. Password: the key you were"
                                                + " given.")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    @Bean
    OpenApiCustomizer examplesAndErrors(ObjectMapper json) {
        return api -> {
            Operation refer = api.getPaths().get("/api/referrals").getPost();
            refer.getRequestBody()
                    .getContent()
                    .get("application/json")
                    .addExamples("A routine referral", example(json, "referral-routine.json"))
                    .addExamples(
                            "Urgent, with a known risk, decided by an attorney", example(json, "referral-urgent.json"));
            Example status = example(json, "status.json");
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations().forEach(operation -> describeResponses(operation, status)));
            describeFields(api.getComponents().getSchemas());
            // only now: springdoc takes away what nothing refers to yet
            api.getComponents().addSchemas("Problem", problem());
        };
    }

    /** Says how long a text may be. */
    @Bean
    PropertyCustomizer lengths() {
        return (property, type) -> {
            if (type.getCtxAnnotations() != null) {
                Arrays.stream(type.getCtxAnnotations())
                        .filter(Written.class::isInstance)
                        .forEach(rule -> property.setMaxLength(((Written) rule).upTo()));
            }
            return property;
        };
    }

    private static void describeResponses(Operation operation, Example example) {
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("4")) {
                problemIn(response);
            } else {
                response.getContent().values().forEach(content -> content.addExamples("A referral", example));
            }
        });
    }

    private static void problemIn(ApiResponse response) {
        Schema<?> problem = new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + "Problem");
        response.setContent(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }

    private static Schema<?> problem() {
        Schema<?> field = new ObjectSchema()
                .addProperty("field", new StringSchema().example("person.nhsNumber"))
                .addProperty("message", new StringSchema().example("Give the NHS number, or say why it is missing"));
        return new ObjectSchema()
                .description("What is wrong, in plain words (RFC 9457)")
                .addProperty("title", new StringSchema().example("Bad Request"))
                .addProperty("status", new Schema<Integer>().type("integer").example(400))
                .addProperty("detail", new StringSchema().example("Some answers need changing"))
                .addProperty("errors", new ArraySchema().items(field).description("One message per field"));
    }

    private static void describeFields(@SuppressWarnings("rawtypes") Map<String, Schema> schemas) {
        Properties fields = fields();
        schemas.forEach((name, schema) -> {
            @SuppressWarnings({"unchecked", "rawtypes"})
            Map<String, Schema> properties = schema.getProperties();
            if (properties != null) {
                properties.replaceAll((field, property) -> {
                    String words = fields.getProperty(name + "." + field);
                    return words == null ? property : described(property, words);
                });
            }
        });
    }

    /** A reference may have no description of its own, so it is wrapped. */
    private static Schema<?> described(Schema<?> property, String words) {
        return property.get$ref() == null
                ? property.description(words)
                : new Schema<>().addAllOfItem(property).description(words);
    }

    static Properties fields() {
        Properties fields = new Properties();
        try (InputStreamReader words = new InputStreamReader(file("fields.properties"), StandardCharsets.UTF_8)) {
            fields.load(words);
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example example(ObjectMapper json, String name) {
        try (InputStream example = file(name)) {
            return new Example().value(json.readTree(example));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream text = file(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream file(String name) throws IOException {
        return new ClassPathResource("openapi/" + name).getInputStream();
    }
}
