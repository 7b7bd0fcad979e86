package io.weir.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Parses untrusted YAML as {@link StrictJson} parses JSON: bounded in size, depth and length; duplicate names are errors;
 * tags make no types, and anchors are not expanded, so that a document is as large as it looks.
 */
public final class StrictYaml {
    /** Larger documents are refused. */
    public static final int MAX_BYTES = 1 << 20;

    private static final YAMLMapper MAPPER = new YAMLMapper(YAMLFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(StrictJson.MAX_DEPTH)
                    .maxStringLength(100_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private StrictYaml() {}

    /**
     * Parses a mapping.
     *
     * @param what what the document is, for messages
     * @throws InvalidJsonException if it is larger than {@value #MAX_BYTES} bytes, not YAML, or not a mapping
     */
    public static ObjectNode parseObject(byte[] document, String what) {
        if (document.length > MAX_BYTES) {
            throw new InvalidJsonException(what + " has " + document.length + " bytes, the limit is " + MAX_BYTES);
        }
        try {
            JsonNode node = MAPPER.readTree(document);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new InvalidJsonException(what + " is not a YAML mapping");
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            throw new InvalidJsonException(what + " is not valid YAML"
                    + (where == null ? "" : " at line " + where.getLineNr()) + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
