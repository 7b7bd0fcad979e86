package io.weir.anomaly;

import io.weir.series.TimeSeries;
import java.util.Arrays;
import java.util.List;

/**
 * The robust seasonal detector: level, season and spread from medians of the past, and a band as wide as the wanted
 * false-alarm rate asks for.
 *
 * <p>A value is anomalous if it lies outside the band on a side that counts. Outliers do not widen the band; a lasting
 * level shift is reported for {@value Baseline#ADAPTATION} observed intervals and then taken for normal; excursions that
 * keep happening stop being reported ({@link FamiliarPeaks}). Less than a microsecond per interval; memory is four arrays
 * as long as the series. See docs/anomaly-detection.md for the method and its sources.
 */
public final class SeasonalDetector implements AnomalyDetector {
    private final AnomalySettings settings;
    private final Surprise surprise;

    /** A detector with those settings. */
    public SeasonalDetector(AnomalySettings settings) {
        this.settings = settings;
        this.surprise = new Surprise(settings.falseAlarmRate(), settings.direction());
    }

    @Override
    public AnomalyReport detect(TimeSeries series) {
        double[] values = series.values();
        int origin = 0;
        while (origin < values.length && Double.isNaN(values[origin])) {
            origin++;
        }
        Bands bands = new Bands(values.length);
        Stretches stretches = new Stretches();
        int period =
                judgeAll(values, origin, new SeasonPlan(settings.season(), series, values, origin), bands, stretches);
        return report(series, bands, stretches.close(), ChangePoints.of(values, origin, period), period);
    }

    private int judgeAll(double[] values, int origin, SeasonPlan plan, Bands bands, Stretches stretches) {
        Judge judge = Judge.unseasonal(values, origin, surprise);
        int observed = 0;
        for (int i = origin; i < values.length; i++) {
            int period = plan.periodAt(i);
            if (period != judge.period()) {
                judge = Judge.caughtUp(values, origin, i, period, surprise);
            }
            boolean foreseen = judge.foresee(i);
            if (Double.isNaN(values[i])) {
                continue;
            }
            if (foreseen && observed >= settings.minHistory()) {
                judge(judge, i, values[i], bands, stretches);
            }
            judge.learn(i);
            observed++;
        }
        return judge.period();
    }

    private void judge(Judge judge, int i, double value, Bands bands, Stretches stretches) {
        double off = value - judge.expected();
        boolean outside = surprise.counts(off) && (value > judge.upper() || value < judge.lower());
        double score = outside
                ? Math.max(judge.score(value), surprise.threshold())
                : Math.min(judge.score(value), Math.nextDown(surprise.threshold()));
        bands.set(i, judge, score);
        if (outside) {
            stretches.add(
                    i, new Excess(i, value, judge.expected(), judge.lower(), judge.upper(), score, judge.isFlat()));
        }
    }

    private AnomalyReport report(
            TimeSeries series,
            Bands bands,
            List<AnomalousStretch> stretches,
            List<ChangePoint> changePoints,
            int period) {
        boolean insufficient = Arrays.stream(bands.score).allMatch(Double::isNaN);
        String reason = insufficient ? missing(series) : summary(stretches, changePoints, period);
        return new AnomalyReport(
                bands.score,
                bands.expected,
                bands.lower,
                bands.upper,
                surprise.threshold(),
                stretches,
                changePoints,
                period,
                insufficient,
                reason);
    }

    private String missing(TimeSeries series) {
        return "cannot tell: " + settings.minHistory()
                + " observed intervals must come before the first that is judged, the series has "
                + series.observed() + " in " + series.size();
    }

    private static String summary(List<AnomalousStretch> stretches, List<ChangePoint> changePoints, int period) {
        String context = (period == 0 ? "no season" : "a season of " + period + " intervals") + ", "
                + counted(changePoints.size(), "change point");
        if (stretches.isEmpty()) {
            return "nothing unusual (" + context + ")";
        }
        AnomalousStretch worst = stretches.getFirst();
        for (AnomalousStretch stretch : stretches) {
            worst = stretch.peakScore() > worst.peakScore() ? stretch : worst;
        }
        return counted(stretches.size(), "anomalous stretch") + " (" + context + "); the worst " + worst.reason();
    }

    private static String counted(int count, String what) {
        String plural = what.endsWith("h") ? "es" : "s";
        return count + " " + what + (count == 1 ? "" : plural);
    }

    /** What is known of each interval, NaN where nothing is. */
    private static final class Bands {
        final double[] score;
        final double[] expected;
        final double[] lower;
        final double[] upper;

        Bands(int size) {
            score = nans(size);
            expected = nans(size);
            lower = nans(size);
            upper = nans(size);
        }

        private static double[] nans(int size) {
            double[] all = new double[size];
            Arrays.fill(all, Double.NaN);
            return all;
        }

        void set(int i, Judge judge, double value) {
            score[i] = value;
            expected[i] = judge.expected();
            lower[i] = judge.lower();
            upper[i] = judge.upper();
        }
    }
}
