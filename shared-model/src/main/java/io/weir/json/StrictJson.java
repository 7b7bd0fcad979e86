package io.weir.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Parses untrusted JSON: bounded in size, depth and length of strings and numbers; duplicate names and trailing text are
 * errors. Trees only, never types named by the input.
 */
public final class StrictJson {
    /** Deeper documents are refused; ours need seven levels. */
    public static final int MAX_DEPTH = 32;

    /** Larger documents are refused: an incident with all its evidence and picture stays under 200 KB. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int MAX_STRING = 100_000;
    private static final int MAX_NUMBER = 64;
    private static final int MAX_NAME = 1000;

    private static final ObjectMapper MAPPER = mapper(MAX_STRING);

    private StrictJson() {}

    private static ObjectMapper mapper(int maxString) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .maxStringLength(maxString)
                                .maxNumberLength(MAX_NUMBER)
                                .maxNameLength(MAX_NAME)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * Parses an object.
     *
     * @param what what the document is, for messages: "incident envelope"
     * @throws InvalidJsonException if it is larger than {@value #MAX_BYTES} bytes, not JSON, or not an object
     */
    public static ObjectNode parseObject(byte[] document, String what) {
        return parseObject(document, what, MAX_BYTES);
    }

    /**
     * Parses an object that may be larger than {@value #MAX_BYTES} bytes, and so may its strings.
     *
     * @throws InvalidJsonException as {@link #parseObject(byte[], String)} does
     */
    public static ObjectNode parseObject(byte[] document, String what, int maxBytes) {
        if (document.length > maxBytes) {
            throw new InvalidJsonException(
                    what + " has " + document.length + " bytes, the limit is " + maxBytes + "; send less");
        }
        int maxString = maxBytes > MAX_BYTES ? maxBytes : MAX_STRING;
        JsonNode node = parse(document, what, maxString);
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new InvalidJsonException(what + " is not a JSON object");
    }

    /** The document as UTF-8 bytes. */
    public static byte[] write(JsonNode document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    private static JsonNode parse(byte[] document, String what, int maxString) {
        try {
            return (maxString == MAX_STRING ? MAPPER : mapper(maxString)).readTree(document);
        } catch (StreamConstraintsException e) {
            // The parser's own message writes its numbers in the machine's locale.
            throw new InvalidJsonException(what + " is not within the limits: a nesting depth of at most " + MAX_DEPTH
                    + ", strings of at most " + maxString + ", numbers of at most " + MAX_NUMBER
                    + " and names of at most " + MAX_NAME + " characters");
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            String at = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
            throw new InvalidJsonException(what + " is not valid JSON" + at + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
