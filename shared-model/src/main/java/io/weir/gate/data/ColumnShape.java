package io.weir.gate.data;

import io.weir.drift.DriftVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one column looks, beside its baseline: what a picture of it needs and no more.
 *
 * @param name the column's name
 * @param type what its values are
 * @param rows all rows
 * @param missing rows without a value
 * @param distinct about how many different values
 * @param facts such as mean and quantiles, for a caption; empty if masked
 * @param edges of the bars of numbers, one more than bars, ascending; empty for categories
 * @param labels of the bars of categories; empty for numbers
 * @param shares of the values in each bar; empty if masked or without values
 * @param before the same of the baseline; empty if there is none
 * @param missingBefore share of the baseline's rows without a value, NaN if there is none
 * @param verdict on drift, or null if it was not compared
 * @param sentence why
 */
public record ColumnShape(
        String name,
        String type,
        long rows,
        long missing,
        long distinct,
        String facts,
        List<Double> edges,
        List<String> labels,
        List<Double> shares,
        List<Double> before,
        double missingBefore,
        @Nullable DriftVerdict verdict,
        String sentence) {
    /** Copies the lists. */
    public ColumnShape {
        edges = List.copyOf(edges);
        labels = List.copyOf(labels);
        shares = List.copyOf(shares);
        before = List.copyOf(before);
    }
}
