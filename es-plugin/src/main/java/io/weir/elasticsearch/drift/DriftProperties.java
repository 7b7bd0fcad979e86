package io.weir.elasticsearch.drift;

import io.weir.drift.ColumnDrift;
import io.weir.drift.DriftReport;
import io.weir.drift.DriftVerdict;
import io.weir.drift.MeasuredDrift;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a report that a {@code buckets_path} or an {@code order} can name: {@code drifted}, {@code stable} and
 * {@code insufficient_evidence} (columns with that verdict), or {@code <column>.<measure>} (a distance).
 */
final class DriftProperties {
    private DriftProperties() {}

    static double of(String name, @Nullable DriftReport report, String property) {
        if (report == null) {
            return Double.NaN;
        }
        for (DriftVerdict verdict : DriftVerdict.values()) {
            if (verdict.id().equals(property)) {
                return report.counts().getOrDefault(verdict, 0L);
            }
        }
        for (ColumnDrift column : report.columns()) {
            for (MeasuredDrift measure : column.measures()) {
                if (property.equals(column.name() + "." + measure.measure().id())) {
                    return measure.value();
                }
            }
        }
        throw new IllegalArgumentException("[" + property + "] is no property of drift aggregation [" + name
                + "]; there are drifted, stable, insufficient_evidence, and <column>.<measure> of what it compares");
    }
}
