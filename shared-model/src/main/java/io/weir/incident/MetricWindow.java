package io.weir.incident;

import java.util.List;

/**
 * The metric around an incident, for a picture of it.
 *
 * @param metric name of the metric
 * @param intervalMillis length of an interval in milliseconds
 * @param points one point an interval, oldest first, {@value #MAX_POINTS} at most
 */
public record MetricWindow(String metric, long intervalMillis, List<Evidence> points) {
    /** More would not be seen on a page, and would make deliveries heavy. */
    public static final int MAX_POINTS = 500;

    /** Keeps the newest {@value #MAX_POINTS} points. */
    public MetricWindow {
        points = List.copyOf(points.subList(Math.max(0, points.size() - MAX_POINTS), points.size()));
    }
}
