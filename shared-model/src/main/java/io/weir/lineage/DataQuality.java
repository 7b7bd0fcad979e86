package io.weir.lineage;

import io.weir.profile.ColumnProfile;
import io.weir.profile.DatasetProfile;
import io.weir.profile.NumberSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good data were: counts and ranges of their columns, and what was asserted about them.
 *
 * @param rows number of rows
 * @param bytes of all files, or -1 if unknown
 * @param files number of files, or -1 if unknown
 * @param columns by name, in the order of the table
 * @param assertions in the order in which they were checked
 */
public record DataQuality(
        long rows, long bytes, long files, Map<String, ColumnQuality> columns, List<Assertion> assertions) {
    /** The quantiles that are told of a column of numbers. */
    private static final double[] QUANTILES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    /** Unmodifiable copies. */
    public DataQuality {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        assertions = List.copyOf(assertions);
    }

    /**
     * A column.
     *
     * @param type what it holds, as the schema facet says
     * @param missing rows without a value
     * @param distinct about how many different values
     * @param count rows with a value
     * @param numbers its range, or null if it has no numbers or they are masked
     */
    public record ColumnQuality(
            String type,
            long missing,
            long distinct,
            long count,
            @Nullable Range numbers) {}

    /**
     * A column's finite numbers.
     *
     * @param quantiles by their share in (0,1)
     */
    public record Range(double sum, double min, double max, Map<Double, Double> quantiles) {}

    /**
     * What was checked, and whether it held.
     *
     * @param rule the kind of check: {@code not_null}
     * @param column that it is about, or null for the whole data set
     */
    public record Assertion(String rule, @Nullable String column, boolean success) {}

    /**
     * What a profile knows. Values of masked columns stay out, as they do of the profile.
     *
     * @param bytes of all files, or -1 if unknown
     * @param files how many, or -1 if unknown
     */
    public static DataQuality of(DatasetProfile profile, long bytes, long files, List<Assertion> assertions) {
        Map<String, ColumnQuality> columns = new LinkedHashMap<>();
        for (ColumnProfile column : profile.columns()) {
            columns.put(
                    column.name(),
                    new ColumnQuality(
                            column.type().id(),
                            column.missing(),
                            Math.round(column.distinct().estimate()),
                            column.values(),
                            range(column.numbers())));
        }
        return new DataQuality(profile.rows(), bytes, files, columns, new ArrayList<>(assertions));
    }

    private static @Nullable Range range(@Nullable NumberSummary numbers) {
        if (numbers == null || numbers.moments().count() == 0) {
            return null;
        }
        Map<Double, Double> quantiles = new LinkedHashMap<>();
        for (double q : QUANTILES) {
            quantiles.put(q, numbers.quantiles().quantile(q));
        }
        double sum = numbers.moments().mean() * numbers.moments().count();
        return new Range(sum, numbers.moments().min(), numbers.moments().max(), quantiles);
    }
}
