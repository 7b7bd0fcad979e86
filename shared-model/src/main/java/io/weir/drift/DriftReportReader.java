package io.weir.drift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.List;
import java.util.OptionalLong;

/** Reads what {@link DriftReportJson} writes; nothing in it is believed that can be derived. */
final class DriftReportReader {
    private static final long MOST_ROWS = 1L << 60;

    private DriftReportReader() {}

    static DriftReport read(ObjectNode node) {
        JsonFields fields = new JsonFields(node, "");
        fields.integer("version", DriftReportJson.VERSION, DriftReportJson.VERSION);
        JsonFields reference = fields.object("reference");
        JsonFields current = fields.object("current");
        DriftReport report = new DriftReport(
                reference.text("name", DriftReportJson.MAX_NAME),
                reference.integer("rows", 0, MOST_ROWS),
                current.text("name", DriftReportJson.MAX_NAME),
                current.integer("rows", 0, MOST_ROWS),
                fields.number("level", 1e-6, 0.5),
                fields.parsed("correction", 40, Correction::of),
                fields.texts("only_in_reference", DriftReportJson.MAX_UNMATCHED, DriftReportJson.MAX_NAME),
                fields.texts("only_in_current", DriftReportJson.MAX_UNMATCHED, DriftReportJson.MAX_NAME),
                fields.objects("columns", DriftReportJson.MAX_COLUMNS, DriftReportReader::column));
        reference.end();
        current.end();
        summary(fields, report);
        fields.end();
        return report;
    }

    /** The head repeats what the columns say, for those who only search; the two must agree unless columns are left out. */
    private static void summary(JsonFields fields, DriftReport report) {
        long omitted = fields.integer("columns_omitted", 0, Integer.MAX_VALUE);
        DriftVerdict verdict = fields.parsed("verdict", 40, DriftVerdict::of);
        fields.text("reason", DriftReportJson.MAX_REASON);
        JsonFields counts = fields.object("counts");
        for (DriftVerdict each : DriftVerdict.values()) {
            long count = counts.integer(each.id(), 0, Integer.MAX_VALUE);
            long found = report.counts().getOrDefault(each, 0L);
            if (omitted == 0 ? count != found : count < found) {
                throw new InvalidJsonException(
                        counts.path(each.id()) + " is " + count + ", but " + found + " columns have that verdict");
            }
        }
        counts.end();
        if (omitted == 0 && verdict != report.verdict()) {
            throw new InvalidJsonException("verdict is " + verdict.id() + ", but that of the columns is "
                    + report.verdict().id());
        }
    }

    private static ColumnDrift column(JsonFields fields) {
        String name = fields.text("name", DriftReportJson.MAX_NAME);
        String kind = fields.text("kind", 20);
        if (!kind.equals("numeric") && !kind.equals("categorical")) {
            throw new InvalidJsonException(fields.path("kind") + " is '" + kind + "', must be numeric or categorical");
        }
        List<MeasuredDrift> measures =
                fields.objects("measures", DriftReportJson.MAX_MEASURES, DriftReportReader::measure);
        ColumnDrift column = new ColumnDrift(name, kind.equals("numeric"), measures);
        DriftVerdict verdict = fields.parsed("verdict", 40, DriftVerdict::of);
        if (measures.isEmpty() || verdict != column.verdict()) {
            throw new InvalidJsonException(fields.path("verdict") + " is " + verdict.id() + ", but its "
                    + measures.size() + " measures say " + column.verdict().id());
        }
        return column;
    }

    private static MeasuredDrift measure(JsonFields fields) {
        double upper = fields.numberOrNaN("upper");
        double value = fields.numberOrNaN("value");
        return new MeasuredDrift(
                fields.parsed("measure", 40, DriftMeasure::of),
                fields.text("variant", DriftReportJson.MAX_NAME),
                value,
                fields.numberOrNaN("lower"),
                Double.isNaN(upper) && !Double.isNaN(value) ? Double.POSITIVE_INFINITY : upper,
                fields.number("limit", 0, Double.MAX_VALUE),
                fields.number("p_exceeds", 0, 1),
                fields.number("p_exceeds_adjusted", 0, 1),
                fields.number("p_falls_short", 0, 1),
                fields.text("method", DriftReportJson.MAX_NAME),
                fields.parsed("verdict", 40, DriftVerdict::of),
                fields.has("rows_to_settle")
                        ? OptionalLong.of(fields.integer("rows_to_settle", 1, MOST_ROWS))
                        : OptionalLong.empty(),
                fields.text("reason", DriftReportJson.MAX_REASON));
    }
}
