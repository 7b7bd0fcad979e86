package io.weir.schema.tfdv;

import io.weir.json.InvalidJsonException;
import io.weir.schema.Bounds;
import io.weir.schema.Check;
import io.weir.schema.Column;
import io.weir.schema.Gravity;
import io.weir.schema.Imported;
import io.weir.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code schema.pbtxt}. Columns, types, domains, presence, uniqueness, environments and the number of examples become
 * checks with the meaning that TFDV gives them; comparators of drift and skew belong to a gate's settings, and what is said about
 * lists, embeddings and derived features has no meaning for a table: all of that is named in {@link Imported#left}.
 */
public final class SchemaProto {
    /** Largest file that is read. */
    public static final int MAX_BYTES = 4 << 20;

    private static final List<String> KNOWN = List.of(
            "feature",
            "string_domain",
            "float_domain",
            "int_domain",
            "default_environment",
            "dataset_constraints",
            "tensor_representation_group",
            "generate_legacy_feature_spec",
            "annotation",
            "represent_variable_length_as_ragged");

    private SchemaProto() {}

    /**
     * Reads a schema.
     *
     * @param document the file
     * @param what its name, for messages
     * @throws InvalidJsonException if it is not in the text format, or a value is out of range
     */
    public static Imported read(byte[] document, String what) {
        if (document.length > MAX_BYTES) {
            throw new InvalidJsonException(
                    what + " has " + document.length + " bytes, at most " + MAX_BYTES + " are allowed");
        }
        ProtoMessage message = TextProto.read(document, what);
        if (!message.has("feature")) {
            throw new InvalidJsonException(what + " has no feature; it is not a schema.pbtxt, or an empty one");
        }
        try {
            return schema(message);
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(what + ": " + e.getMessage());
        }
    }

    private static Imported schema(ProtoMessage message) {
        List<String> left = new ArrayList<>();
        message.names().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> left.add(name + " has no meaning for a table"));
        Map<String, ProtoMessage> domains = new HashMap<>();
        for (String kind : List.of("string_domain", "int_domain", "float_domain")) {
            message.messages(kind).forEach(domain -> domains.put(domain.text("name", ""), domain));
        }
        List<Column> columns = new ArrayList<>();
        for (ProtoMessage feature : message.messages("feature")) {
            Column column = new FeatureReader(feature, domains, message.texts("default_environment"), left).column();
            if (column != null) {
                columns.add(column);
            }
        }
        return new Imported(new Schema("", columns, Gravity.ERROR, rows(message, left)), left);
    }

    private static List<Check> rows(ProtoMessage message, List<String> left) {
        ProtoMessage constraints = message.message("dataset_constraints");
        if (constraints == null) {
            return List.of();
        }
        constraints.names().stream()
                .filter(name -> !name.endsWith("_examples_count"))
                .forEach(name -> left.add("dataset_constraints." + name
                        + ": compare numbers of rows with the baseline's in the gate's settings"));
        Object min = whole(constraints.number("min_examples_count"));
        Object max = whole(constraints.number("max_examples_count"));
        return min == null && max == null
                ? List.of()
                : List.of(new Check.RowCount("rows", Bounds.between(min, max), Gravity.ERROR));
    }

    static @Nullable Object whole(@Nullable Double number) {
        return number == null
                ? null
                : number == Math.rint(number) && Math.abs(number) < 1e15
                        ? (Object) number.longValue()
                        : (Object) number;
    }
}
