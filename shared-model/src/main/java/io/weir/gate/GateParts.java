package io.weir.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.JsonFields;
import java.util.regex.Pattern;

/** Parts of a gate's result as JSON, both ways, for results and for what agents hand to the controller. */
public final class GateParts {
    private static final int MAX_DIGEST = 200;
    private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9.:_/-]{1,200}");

    private GateParts() {}

    /** Writes {@code rows, columns, bytes, files, digest?}. */
    public static void write(ObjectNode node, GateData data) {
        node.put("rows", data.rows())
                .put("columns", data.columns())
                .put("bytes", data.bytes())
                .put("files", data.files());
        if (data.digest() != null) {
            node.put("digest", data.digest());
        }
    }

    /**
     * Reads the same.
     *
     * @throws io.weir.json.InvalidJsonException naming the field, the value and what is allowed
     */
    public static GateData data(JsonFields fields) {
        GateData data = new GateData(
                fields.integer("rows", 0, Long.MAX_VALUE),
                (int) fields.integer("columns", 0, Integer.MAX_VALUE),
                fields.integer("bytes", 0, Long.MAX_VALUE),
                (int) fields.integer("files", 0, Integer.MAX_VALUE),
                fields.has("digest")
                        ? fields.parsed("digest", MAX_DIGEST, GateReader.form(DIGEST, "a version of data"))
                        : null);
        fields.end();
        return data;
    }

    /** Writes {@code name, value, low?, high?}; a long name is cut. */
    public static void write(ObjectNode node, GateMetric metric) {
        node.put("name", GateJson.clipped(metric.name(), GateJson.MAX_NAME)).put("value", metric.value());
        if (metric.hasInterval()) {
            node.put("low", metric.low()).put("high", metric.high());
        }
    }

    /**
     * Reads the same.
     *
     * @throws io.weir.json.InvalidJsonException naming the field, the value and what is allowed
     */
    public static GateMetric metric(JsonFields fields) {
        return new GateMetric(
                fields.text("name", GateJson.MAX_NAME),
                fields.number("value", -Double.MAX_VALUE, Double.MAX_VALUE),
                fields.numberOrNaN("low"),
                fields.numberOrNaN("high"));
    }

    /** Writes {@code source, name, asked?, rows}; long texts are cut. */
    public static void write(ObjectNode node, GateReference reference) {
        node.put("source", reference.source()).put("name", GateJson.clipped(reference.name(), GateJson.MAX_NAME));
        if (reference.asked() != null) {
            node.put("asked", GateJson.clipped(reference.asked(), GateJson.MAX_NAME));
        }
        node.put("rows", reference.rows());
    }

    /**
     * Reads the same.
     *
     * @throws io.weir.json.InvalidJsonException naming the field, the value and what is allowed
     */
    public static GateReference reference(JsonFields fields) {
        GateReference reference = new GateReference(
                fields.parsed(
                        "source", 40, GateReader.form(GateReader.WORD, "a word in lower case, such as elasticsearch")),
                fields.text("name", GateJson.MAX_NAME),
                fields.optionalText("asked", GateJson.MAX_NAME),
                fields.integer("rows", 0, Long.MAX_VALUE));
        fields.end();
        return reference;
    }
}
