package org.commonground.platform.personal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Fingerprints (SHA-256) by which a message is recognised that comes again. */
public final class Digests {

    /** What is absent leaves no trace, so that a field added later does not change the fingerprint of older messages. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .build();

    private Digests() {}

    /** Two messages that say the same have the same fingerprint, whatever their spaces and the order of their fields. */
    public static byte[] of(Record message) {
        try {
            return sha256(JSON.writeValueAsBytes(message));
        } catch (JsonProcessingException e) {
            // the exception's own message could quote the person
            throw new IllegalStateException("a message could not be fingerprinted");
        }
    }

    public static byte[] of(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
