package io.weir.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Schemas as YAML, form 1, described in {@code docs/schemas.md}. Reading is strict: an unknown word, a wrong type or a number
 * out of range is an error that names the place, the value and what is allowed.
 *
 * <p>Refused are documents above {@value #MAX_BYTES} bytes or nested deeper than {@value #MAX_DEPTH}. Anchors and tags have
 * no effect, so that a document is as large as it looks.
 */
public final class SchemaYaml {
    /** Largest document: 16,384 columns with a few rules each. */
    public static final int MAX_BYTES = 4 << 20;

    private static final int MAX_DEPTH = 16;
    private static final int FORM = 1;
    private static final int MAX_NAME = 300;

    private static final YAMLMapper MAPPER = new YAMLMapper(YAMLFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private SchemaYaml() {}

    /**
     * Reads a schema.
     *
     * @param document the YAML, in UTF-8
     * @param what its name, for messages
     * @throws InvalidJsonException if it is not a schema
     */
    public static Schema read(byte[] document, String what) {
        if (document.length > MAX_BYTES) {
            throw new InvalidJsonException(
                    what + " has " + document.length + " bytes, at most " + MAX_BYTES + " are allowed");
        }
        try {
            JsonNode node = MAPPER.readTree(document);
            if (!(node instanceof ObjectNode object)) {
                throw new InvalidJsonException(what + " is not a schema; it begins with 'weir_schema: 1'");
            }
            return schema(new JsonFields(object, ""));
        } catch (InvalidJsonException e) {
            throw new InvalidJsonException(what + ": " + e.getMessage());
        } catch (JsonProcessingException e) {
            throw new InvalidJsonException(what + " is not YAML: " + e.getOriginalMessage()
                    + (e.getLocation() == null
                            ? ""
                            : ", line " + e.getLocation().getLineNr()));
        } catch (IOException e) {
            throw new InvalidJsonException(what + " can't be read: " + e.getMessage());
        }
    }

    /** Writes a schema; what {@link #read} makes of it equals the schema. */
    public static String write(Schema schema) {
        try {
            return MAPPER.writeValueAsString(SchemaWriter.tree(schema, FORM));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("can't write the schema '" + schema.name() + "'", e);
        }
    }

    private static Schema schema(JsonFields fields) {
        fields.integer("weir_schema", FORM, FORM);
        String name = fields.has("name") ? fields.text("name", MAX_NAME) : "";
        Gravity unknown =
                fields.has("unknown_columns") ? fields.parsed("unknown_columns", 20, Gravity::of) : Gravity.WARNING;
        List<Column> columns = new ArrayList<>();
        JsonFields named = fields.optionalObject("columns");
        if (named != null) {
            named.names().forEach(column -> columns.add(ColumnReader.read(column, named.object(column))));
        }
        List<Check> checks = fields.objects("checks", Schema.MAX_CHECKS, CheckReader::read);
        fields.end();
        try {
            return new Schema(name, columns, unknown, checks);
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(String.valueOf(e.getMessage()));
        }
    }
}
