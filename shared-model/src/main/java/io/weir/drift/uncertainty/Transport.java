package io.weir.drift.uncertainty;

import io.weir.drift.distance.Cells;
import io.weir.drift.distance.CumulativeDistances;
import io.weir.drift.distance.NumericDistribution;
import java.util.Collections;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Uncertainty of the Wasserstein distance in standard deviations of the reference: both sides are cut at their own quantiles,
 * 64 each and finer towards the tails, and resampled. The reference's standard deviation is taken as known.
 */
public final class Transport implements Uncertainty {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int PARTS = 64;

    private final Simulated area;
    private final double shift;
    private final double error;
    private final double sketchError;

    private Transport(Simulated area, double shift, double error, double sketchError) {
        this.area = area;
        this.shift = shift;
        this.error = error;
        this.sketchError = sketchError;
    }

    /** The uncertainty of a side of {@code n} and one of {@code m} rows, simulated at the limit. */
    public static Uncertainty uncertainty(
            NumericDistribution reference, NumericDistribution current, double n, double m, double limit, long seed) {
        double[] places = places(reference, current);
        double sigma = Math.max(reference.standardDeviation(), CumulativeDistances.LEAST_SIGMA);
        double[] p = shares(reference, places);
        double[] q = shares(current, places);
        Cells cells = Cells.of(Collections.nCopies(places.length, ""), p, q, n, m);
        double[] kept = IntStream.range(0, places.length)
                .filter(i -> p[i] > 0 || q[i] > 0)
                .mapToDouble(i -> places[i] / sigma)
                .toArray();
        Simulated area = Simulated.of(cells, work(kept), limit, seed);
        double shift = Math.abs(CumulativeDistances.meanShift(reference, current));
        double ratio = current.standardDeviation() / sigma;
        double sketchError =
                (CumulativeDistances.meanError(reference) + CumulativeDistances.meanError(current)) / sigma;
        return new Transport(area, shift, Math.sqrt(1 / n + ratio * ratio / m), sketchError);
    }

    @Override
    public double exceedance(double at) {
        return area.exceedance(at + sketchError);
    }

    /**
     * The area is at least the shift of the mean. Of all true differences of one size, a plain shift scatters most, so how
     * often it goes unnoticed bounds the others.
     */
    @Override
    public double shortfall(double at) {
        double ofShift = error == 0 ? 0 : NORMAL.cumulativeProbability((shift - at) / error);
        return Math.max(area.shortfall(at - sketchError), ofShift);
    }

    @Override
    public String method() {
        return area.method() + ", and the mean's normal error";
    }

    /** Whether the sketches' error in the mean is greater than that of sampling. */
    @Override
    public boolean limitedBySketch() {
        return sketchError > 2 * error;
    }

    /** Area between the two cumulative shares, whose steps are at the places. */
    private static ToDoubleFunction<Cells> work(double[] places) {
        return cells -> {
            double[] p = cells.reference();
            double[] q = cells.current();
            double gap = 0;
            double area = 0;
            for (int i = 0; i + 1 < places.length; i++) {
                gap += p[i] - q[i];
                area += Math.abs(gap) * (places[i + 1] - places[i]);
            }
            return area;
        };
    }

    private static double[] places(NumericDistribution reference, NumericDistribution current) {
        TreeSet<Double> places = new TreeSet<>();
        for (NumericDistribution side : new NumericDistribution[] {reference, current}) {
            places.add(side.min());
            places.add(side.max());
            for (int i = 1; i < PARTS; i++) {
                places.add(side.quantile(i / (double) PARTS));
            }
            for (double tail = 0.5 / PARTS; tail * side.count() >= 1; tail /= 2) {
                places.add(side.quantile(tail));
                places.add(side.quantile(1 - tail));
            }
        }
        return places.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Shares of the values above the previous place, up to this one. */
    private static double[] shares(NumericDistribution side, double[] places) {
        double[] shares = new double[places.length];
        double before = 0;
        for (int i = 0; i < places.length; i++) {
            double here = i == places.length - 1 ? 1 : Math.max(before, side.atMost(places[i]));
            shares[i] = here - before;
            before = here;
        }
        return shares;
    }
}
