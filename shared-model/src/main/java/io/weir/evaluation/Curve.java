package io.weir.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * A line for a picture.
 *
 * @param name {@code roc}, {@code precision_recall} or {@code calibration}
 * @param points at most {@value #MAX_POINTS}, in order
 */
public record Curve(String name, List<Point> points) {
    /** As many as a picture of usual width shows. */
    public static final int MAX_POINTS = 200;

    /** A point. */
    public record Point(double x, double y) {}

    /** Copies the list. */
    public Curve {
        points = List.copyOf(points);
    }

    /**
     * A curve through these points, or through evenly chosen ones with both ends if they are too many.
     *
     * @param y as long as {@code x}; points with NaN are left out
     */
    public static Curve through(String name, double[] x, double[] y) {
        List<Point> all = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                all.add(new Point(x[i], y[i]));
            }
        }
        if (all.size() <= MAX_POINTS) {
            return new Curve(name, all);
        }
        List<Point> chosen = new ArrayList<>();
        for (int i = 0; i < MAX_POINTS; i++) {
            chosen.add(all.get((int) ((long) i * (all.size() - 1) / (MAX_POINTS - 1))));
        }
        return new Curve(name, chosen);
    }
}
