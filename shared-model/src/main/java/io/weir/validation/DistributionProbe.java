package io.weir.validation;

import io.weir.drift.distance.CellDistance;
import io.weir.drift.distance.Cells;
import io.weir.schema.Check;
import io.weir.schema.Distribution;
import io.weir.table.Batch;
import io.weir.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/**
 * How far the values of a column are from an expected distribution. Categories are counted exactly up to {@value
 * ValueCounts#EXACT} different ones, numbers between edges whatever the rows; a test against a known distribution wants all
 * values, at most {@value NumberProbe#EXACT}: beyond, every difference is significant anyway.
 */
final class DistributionProbe implements Probe {
    private final Check.Distributed check;
    private final ValueCounts categories = new ValueCounts();
    private final long[] counts;
    private final double[] edges;
    private double[] values = new double[64];
    private long numbers;

    DistributionProbe(Check.Distributed check) {
        this.check = check;
        this.edges = check.expected() instanceof Distribution.Bins bins ? array(bins.edges()) : new double[0];
        this.counts = new long[edges.length + 1];
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public void look(Batch batch, int[] places, FailureLog failures) {
        if (check.expected() instanceof Distribution.Categories) {
            categories.add(batch, places[0]);
            return;
        }
        io.weir.table.Cells cells = batch.column(places[0]);
        for (int row = 0; row < batch.rows(); row++) {
            double value = cells.isMissing(row) ? Double.NaN : NumberProbe.number(cells, row);
            if (!Double.isNaN(value)) {
                add(value);
            }
        }
    }

    private void add(double value) {
        if (edges.length > 0) {
            counts[cell(value)]++;
        } else if (numbers < NumberProbe.EXACT) {
            if (numbers == values.length) {
                values = Arrays.copyOf(values, Math.min(NumberProbe.EXACT, 2 * values.length));
            }
            values[(int) numbers] = value;
        }
        numbers++;
    }

    /** The last cell between edges has both of them. */
    private int cell(double value) {
        int found = Arrays.binarySearch(edges, value);
        if (found >= 0) {
            return found == edges.length - 1 ? found : found + 1;
        }
        return -found - 1;
    }

    @Override
    public void merge(Probe other) {
        DistributionProbe probe = (DistributionProbe) other;
        categories.merge(probe.categories);
        for (int i = 0; i < counts.length; i++) {
            counts[i] += probe.counts[i];
        }
        if (edges.length == 0 && numbers + probe.numbers <= NumberProbe.EXACT) {
            values = Arrays.copyOf(values, (int) (numbers + probe.numbers));
            System.arraycopy(probe.values, 0, values, (int) numbers, (int) probe.numbers);
        }
        numbers += probe.numbers;
    }

    @Override
    public CheckResult result(FailureLog failures) {
        long all = check.expected() instanceof Distribution.Categories ? categories.total() : numbers;
        if (all == 0) {
            return undecided(all, "the column '" + check.column() + "' has no values to compare");
        }
        return switch (check.expected()) {
            case Distribution.Categories expected ->
                categories.exact()
                        ? judged(ofCategories(expected), all)
                        : undecided(
                                all,
                                "the column '" + check.column() + "' has more than " + ValueCounts.EXACT
                                        + " different values, too many for shares of categories");
            case Distribution.Bins expected -> judged(measure(array(expected.shares()), counts), all);
            case Distribution.Known expected ->
                all <= NumberProbe.EXACT
                        ? judged(
                                KolmogorovSmirnovTest.withDefaults()
                                        .test(Arrays.copyOf(values, (int) numbers), expected.cumulative())
                                        .getPValue(),
                                all)
                        : undecided(
                                all,
                                "the column '" + check.column() + "' has " + all + " numbers, the test takes at most "
                                        + NumberProbe.EXACT + "; give edges and weights, and a distance");
        };
    }

    private CheckResult undecided(long all, String reason) {
        return CheckResult.ofWhole(check, Verdict.UNDECIDED, all, null, reason);
    }

    private CheckResult judged(double value, long all) {
        boolean inside = check.bounds().contains(value);
        return CheckResult.ofWhole(
                check,
                inside ? Verdict.PASSED : Verdict.FAILED,
                all,
                Sentences.number(value),
                check.measure().id() + " is " + Sentences.number(value) + ", " + (inside ? "in " : "not in ")
                        + check.bounds());
    }

    /** Categories that are not listed share what is expected of others. */
    private double ofCategories(Distribution.Categories expected) {
        Map<Object, Double> shares = new HashMap<>();
        expected.shares().forEach((category, share) -> shares.put(spelled(category), share));
        Map<String, Long> seen = new HashMap<>();
        categories.counts().forEach((value, count) -> seen.merge(spelled(value), count, Long::sum));
        List<String> unlisted = seen.keySet().stream()
                .filter(value -> !shares.containsKey(value))
                .toList();
        unlisted.forEach(value -> shares.put(value, expected.other() / unlisted.size()));
        double[] wanted = new double[shares.size()];
        long[] counted = new long[shares.size()];
        int next = 0;
        for (Map.Entry<Object, Double> entry : shares.entrySet()) {
            wanted[next] = entry.getValue();
            counted[next++] = seen.getOrDefault(entry.getKey().toString(), 0L);
        }
        return measure(wanted, counted);
    }

    /** Keys of YAML are texts: 1, 1.0 and "1" are one category. */
    private static String spelled(Object value) {
        Number number = Values.number(value);
        return number == null ? value.toString() : Double.toString(number.doubleValue());
    }

    private double measure(double[] expected, long[] observed) {
        double sum = Arrays.stream(expected).sum();
        double n = Arrays.stream(observed).sum();
        double[] p = Arrays.stream(expected).map(share -> share / sum).toArray();
        if (check.measure() == Distribution.Measure.CHI_SQUARE_P) {
            return chiSquareP(p, observed, n);
        }
        double[] q = Arrays.stream(observed).mapToDouble(count -> count / n).toArray();
        List<String> names = new ArrayList<>(Collections.nCopies(p.length, ""));
        return switch (check.measure()) {
            case L_INFINITY -> CellDistance.L_INFINITY.between(Cells.of(names, p, q, n, n));
            case TOTAL_VARIATION -> CellDistance.TOTAL_VARIATION.between(Cells.of(names, p, q, n, n));
            case JS_DISTANCE -> CellDistance.JS_DISTANCE.between(Cells.of(names, p, q, n, n));
            default -> CellDistance.KL_DIVERGENCE.between(Cells.of(names, q, p, n, n));
        };
    }

    private static double chiSquareP(double[] p, long[] observed, double n) {
        double statistic = 0;
        for (int i = 0; i < p.length; i++) {
            double wanted = p[i] * n;
            if (wanted == 0 && observed[i] > 0) {
                return 0;
            }
            if (wanted > 0) {
                statistic += (observed[i] - wanted) * (observed[i] - wanted) / wanted;
            }
        }
        return p.length < 2 ? 1 : ChiSquaredDistribution.of(p.length - 1.0).survivalProbability(statistic);
    }
}
