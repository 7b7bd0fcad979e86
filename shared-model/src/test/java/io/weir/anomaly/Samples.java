package io.weir.anomaly;

import io.weir.series.TimeSeries;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Series for tests; the same seed gives the same series. */
public final class Samples {
    /** One minute. */
    public static final long MINUTE = 60_000;

    private Samples() {}

    /** A series of one-minute intervals. */
    public static TimeSeries series(double... values) {
        return new TimeSeries(0, MINUTE, values);
    }

    /** {@code size} values of that function of the index. */
    public static double[] values(int size, IntToDoubleFunction value) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = value.applyAsDouble(i);
        }
        return values;
    }

    /** Gaussian noise. */
    public static double[] noise(int size, double mean, double sigma, long seed) {
        Random random = new Random(seed);
        return values(size, i -> mean + sigma * random.nextGaussian());
    }

    /** A sine of that period and amplitude. */
    public static double wave(int i, int period, double amplitude) {
        return amplitude * Math.sin(2 * Math.PI * i / period);
    }

    /** The sum of both, element by element. */
    public static double[] plus(double[] left, IntToDoubleFunction right) {
        return values(left.length, i -> left[i] + right.applyAsDouble(i));
    }
}
