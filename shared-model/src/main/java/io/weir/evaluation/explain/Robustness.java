package io.weir.evaluation.explain;

import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.interval.SplitMix;
import io.weir.evaluation.verdict.Numbers;
import java.util.List;

/**
 * How a metric changes when features are disturbed, with an interval: scores before and after are of the same rows, and each row
 * is disturbed by itself, so a paired bootstrap over rows holds what the disturbance varies by, too. Cost: two calls of the model.
 */
public final class Robustness {
    /** Noise and gaps unless told otherwise: a tenth is what sensors and forms often do. */
    public static final double DEFAULT_SHARE = 0.1;

    private Robustness() {}

    /**
     * Adds normal noise to every feature of numbers; whole ones stay whole.
     *
     * @param share of the feature's standard deviation
     */
    public static Disturbance againstNoise(
            Model model, FeatureTable table, Objective objective, double share, BootstrapSettings settings) {
        double[] deviations = deviations(table);
        SplitMix random = new SplitMix(settings.seed(), 0);
        double[][] noisy = table.copy();
        for (double[] row : noisy) {
            for (int feature = 0; feature < row.length; feature++) {
                double moved = row[feature] + share * deviations[feature] * random.nextGaussian();
                row[feature] = table.features().get(feature).whole() ? Math.rint(moved) : moved;
            }
        }
        String what = "noise of " + Numbers.percent(share) + " of each feature's spread";
        return disturbance("noise", what, model, table, noisy, objective, settings);
    }

    /**
     * Removes values at random.
     *
     * @param share of the values, in [0,1]
     */
    public static Disturbance againstMissing(
            Model model, FeatureTable table, Objective objective, double share, BootstrapSettings settings) {
        SplitMix random = new SplitMix(settings.seed(), 1);
        double[][] holed = table.copy();
        for (double[] row : holed) {
            for (int feature = 0; feature < row.length; feature++) {
                row[feature] = random.nextDouble() < share ? Double.NaN : row[feature];
            }
        }
        String what = Numbers.percent(share) + " of the values missing";
        return disturbance("missing_values", what, model, table, holed, objective, settings);
    }

    private static Disturbance disturbance(
            String check,
            String what,
            Model model,
            FeatureTable table,
            double[][] disturbed,
            Objective objective,
            BootstrapSettings settings) {
        double[] before = model.checkedScores(table.rows());
        double[] after = model.checkedScores(disturbed);
        return new Disturbance(check, what, objective.change(after, before, settings), before.length);
    }

    /** By feature; 0 of categories, which noise would make others of. */
    private static double[] deviations(FeatureTable table) {
        List<Feature> features = table.features();
        double[] deviations = new double[features.size()];
        for (int feature = 0; feature < deviations.length; feature++) {
            if (features.get(feature).isNumber()) {
                deviations[feature] = deviation(table.rows(), feature);
            }
        }
        return deviations;
    }

    private static double deviation(double[][] rows, int feature) {
        double count = 0;
        double mean = 0;
        double squares = 0;
        for (double[] row : rows) {
            if (!Double.isNaN(row[feature])) {
                count++;
                double gap = row[feature] - mean;
                mean += gap / count;
                squares += gap * (row[feature] - mean);
            }
        }
        return count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
    }
}
