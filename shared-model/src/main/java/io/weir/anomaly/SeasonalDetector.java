package io.weir.anomaly;

import io.weir.incident.Severity;
import io.weir.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A trailing robust band: the median of the values before, and a multiple of their median absolute deviation. */
public final class SeasonalDetector implements AnomalyDetector {
    private static final int WINDOW = 240;
    private static final double MAD_TO_SIGMA = 1.4826;
    private final AnomalySettings settings;

    /** A detector with those settings. */
    public SeasonalDetector(AnomalySettings settings) {
        this.settings = settings;
    }

    @Override
    public AnomalyReport detect(TimeSeries series) {
        int n = series.size();
        double[] score = nans(n);
        double[] expected = nans(n);
        double[] lower = nans(n);
        double[] upper = nans(n);
        List<AnomalousStretch> stretches = new ArrayList<>();
        double width = 6 - 4 * settings.sensitivity();
        boolean scored = false;
        for (int i = 0; i < n; i++) {
            int from = Math.max(0, i - WINDOW);
            double[] before = observed(series, from, i);
            if (before.length < settings.minHistory() || series.isGap(i)) {
                continue;
            }
            scored = true;
            double median = median(before);
            for (int k = 0; k < before.length; k++) {
                before[k] = Math.abs(before[k] - median);
            }
            double sigma = Math.max(MAD_TO_SIGMA * median(before), 1e-9 + 0.01 * Math.abs(median));
            expected[i] = median;
            lower[i] = median - width * sigma;
            upper[i] = median + width * sigma;
            double distance = distance(series.value(i), median) / (width * sigma);
            score[i] = 1 - Math.exp(-Math.log(2) * Math.max(0, distance));
            if (distance > 1) {
                extend(stretches, i, score[i], series.value(i), median);
            }
        }
        String reason = scored
                ? stretches.size() + " anomalous stretches"
                : "needs " + settings.minHistory() + " observed intervals before the first score, has "
                        + series.observed();
        return new AnomalyReport(score, expected, lower, upper, stretches, List.of(), 0, !scored, reason);
    }

    private double distance(double value, double expected) {
        return switch (settings.direction()) {
            case BOTH -> Math.abs(value - expected);
            case ABOVE -> value - expected;
            case BELOW -> expected - value;
        };
    }

    private static void extend(List<AnomalousStretch> all, int i, double score, double value, double expected) {
        int from = i;
        if (!all.isEmpty() && all.getLast().to() == i - 1) {
            from = all.removeLast().from();
        }
        String reason = String.format(Locale.ROOT, "saw %.4g, expected %.4g", value, expected);
        all.add(new AnomalousStretch(from, i, i, score, score > 0.9 ? Severity.HIGH : Severity.MEDIUM, reason));
    }

    private static double[] observed(TimeSeries series, int from, int to) {
        double[] values = new double[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (!series.isGap(i)) {
                values[count++] = series.value(i);
            }
        }
        return Arrays.copyOf(values, count);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int mid = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[mid] : (sorted[mid - 1] + sorted[mid]) / 2;
    }

    private static double[] nans(int n) {
        double[] all = new double[n];
        Arrays.fill(all, Double.NaN);
        return all;
    }
}
