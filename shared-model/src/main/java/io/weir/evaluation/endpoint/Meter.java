package io.weir.evaluation.endpoint;

import io.weir.evaluation.endpoint.EndpointStatistics.Quantiles;
import io.weir.sketch.KllSketch;
import io.weir.sketch.SortedView;
import java.util.Map;
import java.util.TreeMap;

/** Counts and measures requests for predictions. Safe for use by many threads. */
final class Meter {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final KllSketch requests = KllSketch.create(1);
    private final KllSketch predictions = KllSketch.create(2);
    private final Map<String, Long> errors = new TreeMap<>();
    private long retries;
    private long sent;
    private long received;
    private long nanos;

    /** A request for rows was answered. */
    synchronized void answered(long tookNanos, int rows, int bytesSent, int bytesReceived) {
        double millis = tookNanos / NANOS_PER_MILLI;
        requests.add(millis);
        predictions.add(millis / rows, rows);
        sent += bytesSent;
        received += bytesReceived;
    }

    /** A request was not answered. */
    synchronized void failed(String kind) {
        errors.merge(kind, 1L, Long::sum);
    }

    /** A request is sent again. */
    synchronized void retried() {
        retries++;
    }

    /** So long predictions were asked for. */
    synchronized void worked(long tookNanos) {
        nanos += tookNanos;
    }

    synchronized EndpointStatistics statistics() {
        return new EndpointStatistics(
                requests.count(),
                predictions.count(),
                nanos / NANOS_PER_SECOND,
                quantiles(requests),
                quantiles(predictions),
                retries,
                errors,
                sent,
                received);
    }

    private static Quantiles quantiles(KllSketch sketch) {
        SortedView view = sketch.view();
        return new Quantiles(view.quantile(0.5), view.quantile(0.95), view.quantile(0.99), view.quantile(1));
    }
}
