package io.weir.gate.data;

import io.weir.drift.DriftReport;
import io.weir.gate.GateData;
import io.weir.gate.GateReference;
import io.weir.lineage.DatasetVersion;
import io.weir.validation.ValidationResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gate for data found, without a verdict: that is given by whoever trusts its rule.
 *
 * @param data what was looked at
 * @param checks what came of the schema's checks
 * @param drift comparison with the baseline, or null if there was none
 * @param baseline where that came from
 * @param columns how the columns look, drifted ones first, {@value ColumnShapes#MAX} at most
 * @param columnsOmitted columns that are not among them
 * @param skipped columns that can't be read as one value a row
 * @param source what the data are called in lineage, or null if they have no version
 * @param proposed a schema that was proposed, or null
 */
public record DataGateReport(
        GateData data,
        ValidationResult checks,
        @Nullable DriftReport drift,
        @Nullable GateReference baseline,
        List<ColumnShape> columns,
        int columnsOmitted,
        List<String> skipped,
        @Nullable DatasetVersion source,
        @Nullable Proposed proposed) {
    /** Copies the lists. */
    public DataGateReport {
        columns = List.copyOf(columns);
        skipped = List.copyOf(skipped);
    }

    /** The same, with a proposed schema. */
    DataGateReport with(@Nullable Proposed other) {
        return new DataGateReport(data, checks, drift, baseline, columns, columnsOmitted, skipped, source, other);
    }

    /**
     * A schema that was proposed.
     *
     * @param file that it was written to, relative to the workspace
     * @param added how many columns it has that the schema so far has not
     */
    public record Proposed(String file, int added) {}
}
