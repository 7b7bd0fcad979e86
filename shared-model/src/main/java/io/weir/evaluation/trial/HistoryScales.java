package io.weir.evaluation.trial;

import io.weir.evaluation.metric.InvalidPredictionsException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each series' errors are scaled by: the mean absolute error of its history's seasonal naive forecast. */
final class HistoryScales {
    private static final String ONLY = "";

    private HistoryScales() {}

    /**
     * A scale for each row; NaN if its series has no history longer than a season, or one that never changes.
     *
     * @param history rows in order of time within each series
     */
    static double[] of(
            PredictionColumns history, PredictionColumns rows, String label, @Nullable String series, int season) {
        Map<String, Scale> scales = new HashMap<>();
        double[] values = history.finite(label);
        String[] names = names(history, series);
        for (int row = 0; row < values.length; row++) {
            scales.computeIfAbsent(names[row], each -> new Scale(season)).add(values[row]);
        }
        double[] ofRows = new double[rows.rows()];
        String[] namesOfRows = names(rows, series);
        boolean any = false;
        for (int row = 0; row < ofRows.length; row++) {
            Scale scale = scales.get(namesOfRows[row]);
            ofRows[row] = scale == null ? Double.NaN : scale.value();
            any |= scale != null;
        }
        if (!any) {
            throw new InvalidPredictionsException(history.name() + " has none of the series of " + rows.name()
                    + ", such as '" + namesOfRows[0] + "'; give the history of the same series");
        }
        return ofRows;
    }

    private static String[] names(PredictionColumns columns, @Nullable String series) {
        if (series != null) {
            return columns.labels(series, false);
        }
        String[] names = new String[columns.rows()];
        java.util.Arrays.fill(names, ONLY);
        return names;
    }

    /** The mean of |value − value a season before|, in one pass. */
    private static final class Scale {
        private final double[] last;
        private long count;
        private double sum;

        Scale(int season) {
            last = new double[season];
        }

        void add(double value) {
            int place = (int) (count % last.length);
            if (count >= last.length) {
                sum += Math.abs(value - last[place]);
            }
            last[place] = value;
            count++;
        }

        double value() {
            double mean = sum / (count - last.length);
            return mean > 0 ? mean : Double.NaN;
        }
    }
}
