package io.weir.validation;

import io.weir.schema.Check;
import io.weir.schema.Statistic;
import io.weir.schema.ValueType;
import io.weir.table.Batch;
import io.weir.table.Cells;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cramér's φ or Pearson's correlation of two columns, of the rows in which both have a value. */
final class PairProbe implements Probe {
    /** Beyond that a table of all combinations says nothing about either column. */
    private static final int MAX_COMBINATIONS = 100_000;

    private final Check.OfColumn check;
    private final Map<List<Object>, Long> combinations = new HashMap<>();
    private long count;
    private boolean tooMany;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    PairProbe(Check.OfColumn check) {
        this.check = check;
    }

    @Override
    public void look(Batch batch, int[] places, FailureLog failures) {
        Cells first = batch.column(places[0]);
        Cells second = batch.column(places[places.length - 1]);
        for (int row = 0; row < batch.rows(); row++) {
            if (check.statistic() == Statistic.CORRELATION) {
                addNumbers(first, second, row);
            } else if (!first.isMissing(row) && !second.isMissing(row) && !tooMany) {
                combinations.merge(List.of(value(first, row), value(second, row)), 1L, Long::sum);
                count++;
                tooMany = combinations.size() > MAX_COMBINATIONS;
            }
        }
    }

    private static Object value(Cells cells, int row) {
        Object value = CellValues.of(cells, row, ValueType.ANY);
        return value == null ? "" : ValueCounts.canonical(value);
    }

    private void addNumbers(Cells first, Cells second, int row) {
        if (first.isMissing(row) || second.isMissing(row)) {
            return;
        }
        double x = NumberProbe.number(first, row);
        double y = NumberProbe.number(second, row);
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return;
        }
        count++;
        double dx = x - meanX;
        meanX += dx / count;
        squaresX += dx * (x - meanX);
        double dy = y - meanY;
        meanY += dy / count;
        squaresY += dy * (y - meanY);
        products += dx * (y - meanY);
    }

    /** Sums about a common mean (Chan, Golub and LeVeque 1983). */
    @Override
    public void merge(Probe other) {
        PairProbe probe = (PairProbe) other;
        long all = count + probe.count;
        if (all > 0) {
            double dx = probe.meanX - meanX;
            double dy = probe.meanY - meanY;
            double weight = (double) count * probe.count / all;
            squaresX += probe.squaresX + dx * dx * weight;
            squaresY += probe.squaresY + dy * dy * weight;
            products += probe.products + dx * dy * weight;
            meanX += dx * probe.count / all;
            meanY += dy * probe.count / all;
        }
        count = all;
        probe.combinations.forEach((pair, times) -> combinations.merge(pair, times, Long::sum));
        tooMany |= probe.tooMany || combinations.size() > MAX_COMBINATIONS;
    }

    @Override
    public CheckResult result(FailureLog failures) {
        double value = check.statistic() == Statistic.CORRELATION
                ? products / Math.sqrt(squaresX * squaresY)
                : tooMany ? Double.NaN : cramersPhi();
        if (Double.isNaN(value)) {
            return CheckResult.ofWhole(
                    check,
                    Verdict.UNDECIDED,
                    count,
                    null,
                    tooMany
                            ? "the two columns have more than " + MAX_COMBINATIONS + " combinations of values"
                            : "it can't be told of " + count + " rows; each column must have two different values");
        }
        boolean inside = check.bounds().contains(value);
        return CheckResult.ofWhole(
                check,
                inside ? Verdict.PASSED : Verdict.FAILED,
                count,
                Sentences.number(value),
                check.statistic().id() + " is " + Sentences.number(value) + ", " + (inside ? "in " : "not in ")
                        + check.bounds());
    }

    /** √(χ²/n / (min(rows, columns) - 1)) (Cramér 1946). */
    private double cramersPhi() {
        Map<Object, Long> firsts = new HashMap<>();
        Map<Object, Long> seconds = new HashMap<>();
        combinations.forEach((pair, times) -> {
            firsts.merge(pair.get(0), times, Long::sum);
            seconds.merge(pair.get(1), times, Long::sum);
        });
        int least = Math.min(firsts.size(), seconds.size());
        if (least < 2) {
            return Double.NaN;
        }
        // χ²/n + 1 is the sum of n_ij² / (n_i n_j), which needs no empty combinations.
        double sum = 0;
        for (Map.Entry<List<Object>, Long> entry : combinations.entrySet()) {
            double times = entry.getValue();
            sum += times
                    * times
                    / ((double) firsts.getOrDefault(entry.getKey().get(0), 1L)
                            * seconds.getOrDefault(entry.getKey().get(1), 1L));
        }
        return Math.sqrt(Math.max(0, sum - 1) / (least - 1));
    }
}
