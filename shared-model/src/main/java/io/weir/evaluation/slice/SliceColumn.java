package io.weir.evaluation.slice;

import io.weir.evaluation.metric.InvalidPredictionsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column to slice by: each row's category as a small number.
 *
 * @param name of the column
 * @param codes of the rows, from 0 to {@code values.size() - 1}
 * @param values what the codes stand for
 */
public record SliceColumn(String name, int[] codes, List<String> values) {
    /** How a row without a value is called; such rows are a slice, and often the worst. */
    public static final String MISSING = "(missing)";

    /** How all values beyond the most frequent {@value #MOST_VALUES} are called. */
    public static final String OTHER = "(other)";

    /** More slices of one column nobody reads. */
    public static final int MOST_VALUES = 1_000;

    /** Parts that a column of numbers is cut into unless told otherwise. */
    public static final int DEFAULT_RANGES = 4;

    /** Checks the codes. */
    public SliceColumn {
        values = List.copyOf(values);
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] < 0 || codes[row] >= values.size()) {
                throw new InvalidPredictionsException("the code of column '" + name + "' in row " + row + " is "
                        + codes[row] + ", must be from 0 to " + (values.size() - 1));
            }
        }
    }

    /** A column of categories; null is {@value #MISSING}. */
    public static SliceColumn ofCategories(String name, @Nullable String[] categories) {
        Map<String, Long> counts = Arrays.stream(categories)
                .collect(Collectors.groupingBy(
                        category -> category == null ? MISSING : category, Collectors.counting()));
        List<String> values = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        if (values.size() > MOST_VALUES) {
            values = new ArrayList<>(values.subList(0, MOST_VALUES));
            values.add(OTHER);
        }
        Map<String, Integer> codeOf = new HashMap<>();
        for (String value : values) {
            codeOf.put(value, codeOf.size());
        }
        int[] codes = new int[categories.length];
        for (int row = 0; row < codes.length; row++) {
            String category = categories[row];
            codes[row] = codeOf.getOrDefault(category == null ? MISSING : category, values.size() - 1);
        }
        return new SliceColumn(name, codes, values);
    }

    /** A column of numbers in ranges of about equally many rows; NaN is {@value #MISSING}. */
    public static SliceColumn ofNumbers(String name, double[] numbers, int ranges) {
        double[] sorted =
                Arrays.stream(numbers).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] edges = edges(sorted, ranges);
        List<String> values = new ArrayList<>();
        for (int i = 0; i <= edges.length && sorted.length > 0; i++) {
            String low = i == 0 ? Double.toString(sorted[0]) : Double.toString(edges[i - 1]);
            String high = i == edges.length ? sorted[sorted.length - 1] + "]" : edges[i] + ")";
            values.add("[" + low + ", " + high);
        }
        int missing = values.size();
        if (sorted.length < numbers.length) {
            values.add(MISSING);
        }
        int[] codes = new int[numbers.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = Double.isNaN(numbers[row]) ? missing : range(edges, numbers[row]);
        }
        return new SliceColumn(name, codes, values);
    }

    private static double[] edges(double[] sorted, int ranges) {
        double[] edges = new double[Math.max(0, ranges - 1)];
        int count = 0;
        for (int i = 1; i < ranges && sorted.length > 0; i++) {
            double edge = sorted[(int) ((long) i * sorted.length / ranges)];
            if (edge > sorted[0] && (count == 0 || edge > edges[count - 1])) {
                edges[count++] = edge;
            }
        }
        return Arrays.copyOf(edges, count);
    }

    private static int range(double[] edges, double number) {
        int place = Arrays.binarySearch(edges, number);
        return place >= 0 ? place + 1 : -place - 1;
    }
}
