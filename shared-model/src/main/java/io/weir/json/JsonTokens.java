package io.weir.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/**
 * Reads untrusted JSON token by token, where a tree of each document would cost too much: bounded in depth and in the length of
 * strings; duplicate names are errors. Safe for use by many threads.
 */
public final class JsonTokens {
    private final JsonFactory factory;

    /** Documents up to so many levels, with strings of up to so many characters. */
    public JsonTokens(int maxDepth, int maxString) {
        factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxStringLength(maxString)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** The tokens of a slice of UTF-8. */
    public JsonParser parser(byte[] document, int from, int length) throws IOException {
        return factory.createParser(document, from, length);
    }

    /** Whether a text is one JSON value and nothing else. */
    public boolean isOneValue(String text) {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
