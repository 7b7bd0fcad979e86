package io.weir.series;

/**
 * How well steps, lines and kinks explain any stretch of a series, each in constant time from running sums.
 *
 * <p>A contrast is the coefficient of a shape of unit length, orthogonal to what is already in the model; on white noise
 * of variance 1 it is standard normal, and its square is by how much the shape lowers the sum of squared errors.
 */
final class Contrasts {
    private final double[] sum;
    private final double[] moment;

    /** Over {@code values}, which hold no gaps. */
    Contrasts(double[] values) {
        int n = values.length;
        double centre = Quantiles.median(values.clone(), n);
        sum = new double[n + 1];
        moment = new double[n + 1];
        for (int i = 0; i < n; i++) {
            double value = values[i] - centre;
            sum[i + 1] = sum[i] + value;
            moment[i + 1] = moment[i] + i * value;
        }
    }

    /** A step at {@code at} in [from, to), against a constant; positive if it goes up. */
    double step(int from, int at, int to) {
        double before = at - from;
        double after = to - at;
        double length = before + after;
        double behind = before / length * (sum[to] - sum[from]) - (sum[at] - sum[from]);
        return behind * Math.sqrt(length / (before * after));
    }

    /** A slope over [from, to), against a constant. */
    double line(int from, int to) {
        return slopeProduct(from, to) / Math.sqrt(slopeSquare(to - from));
    }

    /** A step at {@code at}, against a line over [from, to). */
    double stepBesideLine(int from, int at, int to) {
        double before = at - from;
        double after = to - at;
        double length = before + after;
        double product = sum[to] - sum[at] - after / length * (sum[to] - sum[from]);
        double withSlope = before * after / 2;
        double square = before * after / length - withSlope * withSlope / slopeSquare(length);
        return square <= 0
                ? 0
                : (product - withSlope / slopeSquare(length) * slopeProduct(from, to)) / Math.sqrt(square);
    }

    /** A change of slope at {@code at}, against a line over [from, to); positive if it bends upwards. */
    double kinkBesideLine(int from, int at, int to) {
        double length = to - from;
        double after = to - at;
        double total = after * (after - 1) / 2;
        double ownSquare = after * (after - 1) * (2 * after - 1) / 6;
        double withSlope = (at - middle(from, to)) * total + ownSquare;
        double square = ownSquare - total * total / length - withSlope * withSlope / slopeSquare(length);
        double product = moment[to] - moment[at] - at * (sum[to] - sum[at]);
        product -= total / length * (sum[to] - sum[from]);
        product -= withSlope / slopeSquare(length) * slopeProduct(from, to);
        return square <= 0 ? 0 : product / Math.sqrt(square);
    }

    /** The least-squares slope over [from, to), per interval. */
    double slope(int from, int to) {
        return slopeProduct(from, to) / slopeSquare(to - from);
    }

    private double slopeProduct(int from, int to) {
        return moment[to] - moment[from] - middle(from, to) * (sum[to] - sum[from]);
    }

    private static double slopeSquare(double length) {
        return length * (length * length - 1) / 12;
    }

    private static double middle(int from, int to) {
        return (from + to - 1) / 2.0;
    }
}
