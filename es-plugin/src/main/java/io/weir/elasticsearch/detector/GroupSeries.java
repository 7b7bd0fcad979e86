package io.weir.elasticsearch.detector;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of one group: one row a clause, one column an interval; NaN where there is no value.
 *
 * @param group grouping fields and their values
 * @param values values by clause and interval
 * @param drift what was compared, by clause and interval; null where a clause compares nothing, or nothing was there
 */
record GroupSeries(
        Map<String, String> group,
        double[][] values,
        @Nullable DriftSeen[][] drift) {

    /** A group without comparisons. */
    GroupSeries(Map<String, String> group, double[][] values) {
        this(group, values, new @Nullable DriftSeen[values.length][]);
    }

    /** A group that nothing was heard of. */
    static GroupSeries silent(Map<String, String> group, int clauses, int buckets) {
        double[][] values = new double[clauses][buckets];
        for (double[] row : values) {
            Arrays.fill(row, Double.NaN);
        }
        return new GroupSeries(new TreeMap<>(group), values);
    }

    /** The group in words: its values, or the detector's name where there are none. */
    static String name(Map<String, String> group, String otherwise) {
        return group.isEmpty() ? otherwise : String.join(" / ", List.copyOf(new TreeMap<>(group).values()));
    }
}
