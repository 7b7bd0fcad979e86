package io.weir.drift;

import io.weir.drift.uncertainty.ProportionDifference;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges columns against their reference. A column has drifted if the true distance is confidently above its limit, is
 * stable if it is confidently below, and otherwise the evidence is insufficient: few rows are a reason to say so, not to
 * pass or to fail. Stateless and deterministic: the only randomness comes from the seed in the settings and the column's
 * name.
 *
 * <p>Cost: two sorts of the breakpoints for a column of numbers; microseconds for sketches. Sparse categories, total variation
 * and Wasserstein add 300 simulated samples of as many draws as there are cells.
 */
public final class DriftJudge {
    private final DriftSettings settings;

    /** A judge of these settings. */
    public DriftJudge(DriftSettings settings) {
        this.settings = settings;
    }

    /**
     * Judges columns that both sides have.
     *
     * @param reference the reference's name
     * @param current the current data's name
     * @throws IllegalArgumentException if a check does not fit its column's kind
     */
    public DriftReport judge(String reference, String current, List<DriftColumn> columns) {
        return judge(reference, current, columns, List.of(), List.of());
    }

    /**
     * Judges columns that both sides have, and keeps the names of those that only one has.
     *
     * @throws IllegalArgumentException if a check does not fit its column's kind
     */
    public DriftReport judge(
            String reference,
            String current,
            List<DriftColumn> columns,
            List<String> onlyInReference,
            List<String> onlyInCurrent) {
        List<OpenMeasure> open = new ArrayList<>();
        for (DriftColumn column : columns) {
            for (DriftCheck check : settings.checks(column)) {
                open.add(OpenMeasure.of(column, check, measure(column, check), settings.level()));
            }
        }
        double[] adjusted = settings.correction()
                .adjust(open.stream().mapToDouble(OpenMeasure::exceedance).toArray());
        List<ColumnDrift> judged = new ArrayList<>();
        int next = 0;
        for (DriftColumn column : columns) {
            List<MeasuredDrift> measures = new ArrayList<>();
            for (int i = settings.checks(column).size(); i > 0; i--) {
                measures.add(open.get(next).close(adjusted[next], open.size()));
                next++;
            }
            if (!measures.isEmpty()) {
                judged.add(new ColumnDrift(column.name(), column.isNumeric(), measures));
            }
        }
        return new DriftReport(
                reference,
                columns.stream().mapToLong(DriftColumn::referenceRows).max().orElse(0),
                current,
                columns.stream().mapToLong(DriftColumn::currentRows).max().orElse(0),
                settings.level(),
                settings.correction(),
                onlyInReference,
                onlyInCurrent,
                judged);
    }

    private Measured measure(DriftColumn column, DriftCheck check) {
        if (check.measure() == DriftMeasure.MISSING_RATE) {
            return missingRate(column);
        }
        if (column.referenceCount() == 0 || column.currentCount() == 0) {
            return Measured.impossible(side(column.referenceCount()) + " has no value");
        }
        long seed = settings.seed()
                ^ ((long) column.name().hashCode() << 8)
                ^ check.measure().ordinal();
        return switch (column) {
            case DriftColumn.Numeric numeric ->
                new NumericMeasurer(check, seed).measure(numeric.reference(), numeric.current());
            case DriftColumn.Categorical categorical ->
                new CategoricalMeasurer(check, seed).measure(categorical.reference(), categorical.current());
        };
    }

    private static String side(long referenceCount) {
        return referenceCount == 0 ? "the reference" : "the current side";
    }

    private static Measured missingRate(DriftColumn column) {
        double n = column.referenceRows();
        double m = column.currentRows();
        if (n == 0 || m == 0) {
            return Measured.impossible(side(column.referenceRows()) + " has no row");
        }
        double before = column.referenceMissing();
        double now = column.currentMissing();
        return new Measured(
                Math.abs(now / m - before / n),
                ProportionDifference.absolute(before, n, now, m),
                Words.percent(before / n) + " missing before, " + Words.percent(now / m) + " now",
                n,
                m);
    }
}
