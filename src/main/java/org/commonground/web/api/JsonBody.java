package org.commonground.web.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads the Json of a request, no more than we take, and refuses what is none. */
final class JsonBody {

    static final int LARGEST_BYTES = 64 * 1024;

    private static final MediaType ANY_JSON = new MediaType("application", "*+json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    static JsonNode of(HttpServletRequest request) throws IOException {
        if (!isJson(request.getContentType())) {
            throw new ApiRefusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the referral as application/json");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BYTES + 1);
        if (body.length > LARGEST_BYTES) {
            throw new ApiRefusal(HttpStatus.PAYLOAD_TOO_LARGE, "A referral has at most 64 kB");
        }
        return parse(body);
    }

    /** An object as plain Java. */
    static Map<String, Object> plain(JsonNode object) {
        return JSON.convertValue(object, new TypeReference<>() {});
    }

    private static JsonNode parse(byte[] body) throws IOException {
        try {
            JsonNode json = JSON.readTree(body);
            if (json == null || json.isMissingNode()) {
                throw new ApiRefusal(HttpStatus.BAD_REQUEST, "The message is empty");
            }
            return json;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw new ApiRefusal(
                    HttpStatus.BAD_REQUEST, "The message is not well-formed Json, or names a field twice" + where);
        }
    }

    private static boolean isJson(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            return type.isCompatibleWith(MediaType.APPLICATION_JSON) || type.isCompatibleWith(ANY_JSON);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
