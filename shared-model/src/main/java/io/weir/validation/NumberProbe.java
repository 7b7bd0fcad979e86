package io.weir.validation;

import io.weir.schema.Check;
import io.weir.sketch.KllSketch;
import io.weir.sketch.Moments;
import io.weir.table.Batch;
import io.weir.table.Cells;
import io.weir.table.Numbers;
import java.util.Arrays;

/**
 * Statistics of the numbers of a column. Mean, deviation, sum and the largest z-score are exact to rounding; quantiles are
 * exact up to {@value #EXACT} values, beyond that a sketch's, within 1 % of rank, and the reason says so.
 */
final class NumberProbe implements Probe {
    /** 800 KB a check and thread. */
    static final int EXACT = 100_000;

    private final Check.OfColumn check;
    private final Moments moments = new Moments();
    private final KllSketch sketch = KllSketch.create(1);
    private double[] values = new double[64];
    private int kept;
    private double sum;
    private double lost;
    private long others;

    NumberProbe(Check.OfColumn check) {
        this.check = check;
    }

    @Override
    public void look(Batch batch, int[] places, FailureLog failures) {
        Cells cells = batch.column(places[0]);
        for (int row = 0; row < batch.rows(); row++) {
            if (!cells.isMissing(row)) {
                double value = number(cells, row);
                if (Double.isNaN(value)) {
                    others++;
                } else {
                    add(value);
                }
            }
        }
    }

    static double number(Cells cells, int row) {
        return switch (cells.type()) {
            case TEXT -> Numbers.parse(cells.bytes(), cells.start(row), cells.length(row));
            case DECIMAL -> cells.doubleAt(row);
            case INTEGER, BOOLEAN -> cells.longAt(row);
            case DATE, TIMESTAMP -> Double.NaN;
        };
    }

    private void add(double value) {
        moments.add(value);
        sketch.add(value);
        addToSum(value);
        if (kept < EXACT) {
            if (kept == values.length) {
                values = Arrays.copyOf(values, Math.min(EXACT, 2 * kept));
            }
            values[kept++] = value;
        }
    }

    /** Neumaier's: what rounding loses is kept apart. */
    private void addToSum(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    @Override
    public void merge(Probe other) {
        NumberProbe probe = (NumberProbe) other;
        moments.merge(probe.moments);
        sketch.merge(probe.sketch);
        addToSum(probe.sum);
        lost += probe.lost;
        others += probe.others;
        int more = Math.min(probe.kept, EXACT - kept);
        values = Arrays.copyOf(values, kept + more);
        System.arraycopy(probe.values, 0, values, kept, more);
        kept += more;
    }

    @Override
    public CheckResult result(FailureLog failures) {
        double value = value();
        if (Double.isNaN(value)) {
            return CheckResult.ofWhole(
                    check,
                    Verdict.UNDECIDED,
                    moments.count(),
                    null,
                    "the column '" + check.columns().getFirst() + "' has " + moments.count()
                            + " numbers, too few for its " + check.statistic().id());
        }
        boolean inside = check.bounds().containsComputed(value);
        return CheckResult.ofWhole(
                check,
                inside ? Verdict.PASSED : Verdict.FAILED,
                moments.count(),
                Sentences.number(value),
                check.statistic().id() + " is " + Sentences.number(value)
                        + (approximate() ? " (within 1 % of rank)" : "")
                        + ", " + (inside ? "in " : "not in ") + check.bounds()
                        + (others == 0 ? "" : "; " + others + " values are no numbers and left out"));
    }

    private boolean approximate() {
        return moments.count() > kept
                && switch (check.statistic()) {
                    case MEDIAN, QUANTILE -> true;
                    default -> false;
                };
    }

    private double value() {
        if (moments.count() == 0) {
            return Double.NaN;
        }
        double deviation = Math.sqrt(moments.variance());
        return switch (check.statistic()) {
            case MEAN -> (sum + lost) / moments.count();
            case SUM -> sum + lost;
            case STDDEV -> deviation;
            case MAX_Z_SCORE ->
                Math.max(Math.abs(moments.max() - moments.mean()), Math.abs(moments.min() - moments.mean()))
                        / deviation;
            case MEDIAN -> quantile(0.5);
            default -> quantile(check.quantile());
        };
    }

    private double quantile(double share) {
        if (moments.count() > kept) {
            return sketch.quantile(share);
        }
        double[] sorted = Arrays.copyOf(values, kept);
        Arrays.sort(sorted);
        double at = share * (kept - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(kept - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
