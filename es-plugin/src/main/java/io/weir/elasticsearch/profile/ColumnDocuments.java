package io.weir.elasticsearch.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.elasticsearch.store.Write;
import io.weir.json.StrictJson;
import io.weir.profile.ColumnProfile;
import io.weir.profile.DatasetProfile;
import io.weir.profile.NumberSummary;
import io.weir.sketch.KllSketch;
import io.weir.sketch.TopValues;
import java.util.ArrayList;
import java.util.List;

/** One small document a column, so that a dashboard can draw how a column changes from version to version. */
final class ColumnDocuments {
    private static final int MAX_TEXT = 256;

    private ColumnDocuments() {}

    /** The writes that add them; those that are there stay. */
    static List<Write> writes(StoredProfile stored, DatasetProfile profile) {
        List<Write> writes = new ArrayList<>();
        for (ColumnProfile column : profile.columns()) {
            ObjectNode node =
                    StrictJson.object().put("@timestamp", stored.storedAt().toString());
            ObjectNode weir = node.putObject("weir");
            weir.putObject("profile").put("doc", "column").setAll(stored.shown());
            fill(weir.putObject("column"), column);
            writes.add(Write.create(OwnIndices.PROFILES, id(stored, writes.size()), node));
        }
        return writes;
    }

    /** Ids of the documents of a profile. */
    static List<String> ids(StoredProfile stored) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < stored.columns(); i++) {
            ids.add(id(stored, i));
        }
        return ids;
    }

    private static String id(StoredProfile stored, int column) {
        return stored.id() + "@" + column;
    }

    private static void fill(ObjectNode node, ColumnProfile column) {
        String name = column.name();
        node.put("name", name.length() > MAX_TEXT ? name.substring(0, MAX_TEXT) : name)
                .put("type", column.type().id())
                .put("masked", column.masked())
                .put("missing", column.missing())
                .put("distinct", Math.round(column.distinct().estimate()));
        put(node, "missing_share", column.missing() / (double) column.rows());
        NumberSummary numbers = column.numbers() != null ? column.numbers() : column.times();
        if (numbers != null) {
            put(node, "min", numbers.moments().min());
            put(node, "max", numbers.moments().max());
            put(node, "mean", numbers.moments().mean());
            put(node, "standard_deviation", Math.sqrt(numbers.moments().variance()));
            KllSketch sketch = numbers.quantiles();
            put(node, "p05", sketch.quantile(0.05));
            put(node, "p50", sketch.quantile(0.5));
            put(node, "p95", sketch.quantile(0.95));
        }
        for (TopValues.Entry entry : column.top().top(1)) {
            node.put("top_value", entry.value());
            put(node, "top_share", entry.count() / (double) column.values());
        }
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }
}
