package io.weir.gate.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.drift.DriftReport;
import io.weir.drift.DriftReportJson;
import io.weir.gate.GateParts;
import io.weir.gate.GateReference;
import io.weir.json.StrictJson;
import io.weir.lineage.DatasetVersion;
import io.weir.validation.ValidationJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent found as JSON, both ways, for the way to the controller and for the build's directory. Layout, version first:
 * {@code version, data, checks, drift?, baseline?, columns, columns_omitted, skipped, source?, proposed?}. Reading is strict.
 */
public final class DataGateJson {
    /** Largest document: checks and drift are half a MiB at most each, the columns as much. */
    public static final int MAX_BYTES = 4 << 20;

    static final int VERSION = 1;
    static final int MAX_NAME = 300;
    static final int MAX_SENTENCE = 2_000;
    static final int MAX_BARS = 100;
    static final int MAX_SKIPPED = 100;

    private DataGateJson() {}

    /** The report as UTF-8 bytes. */
    public static byte[] write(DataGateReport report) {
        ObjectNode node = StrictJson.object().put("version", VERSION);
        GateParts.write(node.putObject("data"), report.data());
        node.set("checks", ValidationJson.write(report.checks()));
        DriftReport drift = report.drift();
        if (drift != null) {
            node.set("drift", DriftReportJson.toNode(drift));
        }
        GateReference baseline = report.baseline();
        if (baseline != null) {
            GateParts.write(node.putObject("baseline"), baseline);
        }
        ArrayNode columns = node.putArray("columns");
        report.columns().forEach(column -> column(columns.addObject(), column));
        node.put("columns_omitted", report.columnsOmitted());
        ArrayNode skipped = node.putArray("skipped");
        report.skipped().stream().limit(MAX_SKIPPED).forEach(name -> skipped.add(clipped(name)));
        DatasetVersion source = report.source();
        if (source != null) {
            node.putObject("source")
                    .put("namespace", source.namespace())
                    .put("name", source.name())
                    .put("version", source.version())
                    .put("fixed", source.fixed());
        }
        DataGateReport.Proposed proposed = report.proposed();
        if (proposed != null) {
            node.putObject("proposed").put("file", clipped(proposed.file())).put("added", proposed.added());
        }
        return StrictJson.write(node);
    }

    /**
     * Reads a report.
     *
     * @throws io.weir.json.InvalidJsonException naming the field, the value and what is allowed
     */
    public static DataGateReport read(byte[] document) {
        return DataGateReader.read(StrictJson.parseObject(document, "report of a gate", MAX_BYTES));
    }

    private static void column(ObjectNode node, ColumnShape column) {
        node.put("name", clipped(column.name()))
                .put("type", column.type())
                .put("rows", column.rows())
                .put("missing", column.missing())
                .put("distinct", column.distinct())
                .put("facts", clipped(column.facts()));
        numbers(node, "edges", column.edges());
        ArrayNode labels = node.putArray("labels");
        column.labels().forEach(label -> labels.add(clipped(label)));
        numbers(node, "shares", column.shares());
        numbers(node, "before", column.before());
        node.put("missing_before", finite(column.missingBefore()))
                .put(
                        "verdict",
                        column.verdict() == null ? null : column.verdict().id())
                .put(
                        "sentence",
                        column.sentence().length() <= MAX_SENTENCE
                                ? column.sentence()
                                : column.sentence().substring(0, MAX_SENTENCE));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static void numbers(ObjectNode node, String name, List<Double> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
    }

    private static String clipped(String text) {
        return text.length() <= MAX_NAME ? text : text.substring(0, MAX_NAME - 1) + "…";
    }
}
