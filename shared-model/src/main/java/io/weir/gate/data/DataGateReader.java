package io.weir.gate.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.drift.DriftReport;
import io.weir.drift.DriftReportJson;
import io.weir.drift.DriftVerdict;
import io.weir.gate.GateParts;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import io.weir.lineage.DatasetVersion;
import io.weir.validation.ValidationJson;
import io.weir.validation.ValidationResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what an agent found, strictly: agents are not trusted. */
final class DataGateReader {
    private static final int WORD = 40;

    private DataGateReader() {}

    static DataGateReport read(ObjectNode document) {
        JsonFields fields = new JsonFields(document, "");
        fields.integer("version", DataGateJson.VERSION, DataGateJson.VERSION);
        ValidationResult checks = ValidationJson.read(fields.object("checks"));
        DataGateReport report = new DataGateReport(
                GateParts.data(fields.object("data")),
                checks,
                drift(fields.raw("drift")),
                fields.has("baseline") ? GateParts.reference(fields.object("baseline")) : null,
                fields.objects("columns", ColumnShapes.MAX, DataGateReader::column),
                (int) fields.integer("columns_omitted", 0, Integer.MAX_VALUE),
                fields.texts("skipped", DataGateJson.MAX_SKIPPED, DataGateJson.MAX_NAME),
                fields.has("source") ? source(fields.object("source")) : null,
                fields.has("proposed") ? proposed(fields.object("proposed")) : null);
        fields.end();
        if (report.drift() != null && report.baseline() == null) {
            throw new InvalidJsonException("drift is there without baseline, must come with it");
        }
        return report;
    }

    private static DatasetVersion source(JsonFields fields) {
        DatasetVersion source = new DatasetVersion(
                fields.text("namespace", DatasetVersion.MOST_CHARACTERS),
                fields.text("name", DatasetVersion.MOST_CHARACTERS),
                fields.text("version", DatasetVersion.MOST_CHARACTERS),
                fields.flag("fixed", false));
        fields.end();
        return source;
    }

    private static DataGateReport.Proposed proposed(JsonFields fields) {
        DataGateReport.Proposed proposed = new DataGateReport.Proposed(
                fields.text("file", DataGateJson.MAX_NAME), (int) fields.integer("added", 0, Integer.MAX_VALUE));
        fields.end();
        return proposed;
    }

    private static @Nullable DriftReport drift(@Nullable ObjectNode node) {
        return node == null ? null : DriftReportJson.read(StrictJson.write(node));
    }

    private static ColumnShape column(JsonFields fields) {
        long rows = fields.integer("rows", 0, Long.MAX_VALUE);
        List<Double> shares = numbers(fields, "shares", 0, 1);
        ColumnShape column = new ColumnShape(
                fields.text("name", DataGateJson.MAX_NAME),
                fields.text("type", WORD),
                rows,
                fields.integer("missing", 0, rows),
                fields.integer("distinct", 0, Long.MAX_VALUE),
                fields.text("facts", DataGateJson.MAX_NAME),
                numbers(fields, "edges", -Double.MAX_VALUE, Double.MAX_VALUE),
                fields.texts("labels", DataGateJson.MAX_BARS, DataGateJson.MAX_NAME),
                shares,
                numbers(fields, "before", 0, 1),
                fields.has("missing_before") ? fields.number("missing_before", 0, 1) : Double.NaN,
                fields.has("verdict") ? fields.parsed("verdict", WORD, DriftVerdict::of) : null,
                fields.text("sentence", DataGateJson.MAX_SENTENCE));
        return consistent(fields, column);
    }

    /** A picture is drawn from it, so its lists have to fit each other. */
    private static ColumnShape consistent(JsonFields fields, ColumnShape column) {
        int bars = column.shares().size();
        boolean fits = column.edges().isEmpty()
                ? column.labels().size() == bars
                : column.labels().isEmpty() && column.edges().size() == bars + 1;
        if (!fits || !column.before().isEmpty() && column.before().size() != bars) {
            throw new InvalidJsonException(fields.path("shares") + " has " + bars + " bars, but there are "
                    + column.edges().size() + " edges, " + column.labels().size() + " labels and "
                    + column.before().size() + " bars before");
        }
        return column;
    }

    private static List<Double> numbers(JsonFields fields, String name, double least, double most) {
        JsonNode list = fields.value(name);
        if (list == null || !list.isArray() || list.size() > DataGateJson.MAX_BARS + 1) {
            throw new InvalidJsonException(
                    fields.path(name) + " must be a list of at most " + (DataGateJson.MAX_BARS + 1) + " numbers");
        }
        List<Double> numbers = new ArrayList<>();
        for (JsonNode each : list) {
            if (!each.isNumber() || !(each.doubleValue() >= least && each.doubleValue() <= most)) {
                throw fields.wrong(name, each, "a list of numbers from " + least + " to " + most);
            }
            numbers.add(each.doubleValue());
        }
        return numbers;
    }
}
