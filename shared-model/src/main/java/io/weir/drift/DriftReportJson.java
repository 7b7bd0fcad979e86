package io.weir.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.StrictJson;
import java.util.Comparator;
import java.util.List;

/**
 * Drift reports as JSON, both ways. Layout and limits: {@code docs/contracts/drift-report.schema.json}; this package and that
 * file change together, and a test holds one against the other.
 */
public final class DriftReportJson {
    /** Version of the layout. */
    public static final int VERSION = 1;

    /** A report larger than this leaves out columns, stable ones first, and says how many. Half of what a reader accepts. */
    public static final int MAX_BYTES = StrictJson.MAX_BYTES / 2;

    static final int MAX_NAME = 300;
    static final int MAX_REASON = 2000;
    static final int MAX_COLUMNS = 2000;
    static final int MAX_MEASURES = 20;
    static final int MAX_UNMATCHED = 1000;

    private DriftReportJson() {}

    /** The report as UTF-8 bytes, at most {@value #MAX_BYTES} and a little for its head. */
    public static byte[] write(DriftReport report) {
        return StrictJson.write(toNode(report));
    }

    /** The report as a tree, for a document that it is part of. */
    public static ObjectNode toNode(DriftReport report) {
        ObjectNode node = StrictJson.object();
        node.put("version", VERSION)
                .put("verdict", report.verdict().id())
                .put("reason", clipped(report.reason(), MAX_REASON))
                .put("level", report.level())
                .put("correction", report.correction().id());
        side(node.putObject("reference"), report.reference(), report.referenceRows());
        side(node.putObject("current"), report.current(), report.currentRows());
        ObjectNode counts = node.putObject("counts");
        report.counts().forEach((verdict, count) -> counts.put(verdict.id(), count));
        names(node.putArray("only_in_reference"), report.onlyInReference());
        names(node.putArray("only_in_current"), report.onlyInCurrent());
        int written = columns(node.putArray("columns"), report.columns());
        node.put("columns_omitted", report.columns().size() - written);
        return node;
    }

    /**
     * Reads a report and checks it against the layout.
     *
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static DriftReport read(byte[] document) {
        return DriftReportReader.read(StrictJson.parseObject(document, "drift report"));
    }

    private static void side(ObjectNode node, String name, long rows) {
        node.put("name", clipped(name, MAX_NAME)).put("rows", rows);
    }

    private static void names(ArrayNode array, List<String> names) {
        names.stream().limit(MAX_UNMATCHED).forEach(name -> array.add(clipped(name, MAX_NAME)));
    }

    /** Columns in their order, unless they are too many: then drifted ones first. */
    private static int columns(ArrayNode array, List<ColumnDrift> columns) {
        int size = 0;
        for (ColumnDrift column : columns) {
            ObjectNode node = column(column);
            size += StrictJson.write(node).length;
            array.add(node);
        }
        if (size <= MAX_BYTES && columns.size() <= MAX_COLUMNS) {
            return columns.size();
        }
        array.removeAll();
        size = 0;
        for (ColumnDrift column : columns.stream()
                .sorted(Comparator.comparing(ColumnDrift::verdict))
                .toList()) {
            ObjectNode node = column(column);
            size += StrictJson.write(node).length;
            if (size > MAX_BYTES || array.size() == MAX_COLUMNS) {
                break;
            }
            array.add(node);
        }
        return array.size();
    }

    private static ObjectNode column(ColumnDrift column) {
        ObjectNode node = StrictJson.object();
        node.put("name", clipped(column.name(), MAX_NAME))
                .put("kind", column.numeric() ? "numeric" : "categorical")
                .put("verdict", column.verdict().id());
        ArrayNode measures = node.putArray("measures");
        column.measures().stream().limit(MAX_MEASURES).forEach(measure -> measure(measures.addObject(), measure));
        return node;
    }

    private static void measure(ObjectNode node, MeasuredDrift measure) {
        node.put("measure", measure.measure().id()).put("variant", clipped(measure.variant(), MAX_NAME));
        number(node, "value", measure.value());
        number(node, "lower", measure.lower());
        number(node, "upper", measure.upper());
        node.put("limit", measure.limit())
                .put("p_exceeds", measure.exceedance())
                .put("p_exceeds_adjusted", measure.adjustedExceedance())
                .put("p_falls_short", measure.shortfall())
                .put("method", clipped(measure.method(), MAX_NAME))
                .put("verdict", measure.verdict().id());
        measure.rowsToSettle().ifPresent(rows -> node.put("rows_to_settle", rows));
        node.put("reason", clipped(measure.reason(), MAX_REASON));
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    private static String clipped(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
