package io.weir.evaluation.explain;

import io.weir.evaluation.explain.Disturbance.Kind;
import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.interval.SplitMix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How metrics change when features are disturbed, with intervals: scores before and after are of the same rows, and each row
 * is disturbed by itself, so a paired bootstrap over rows holds what the disturbance varies by, too. Cost: one call of the model for
 * each disturbance, and one more; memory of one copy of the rows. Noise of another share is the same noise, only more of it.
 */
public final class Robustness {
    private final Model model;
    private final FeatureTable table;
    private final int[] disturbed;
    private final List<Objective> objectives;
    private final BootstrapSettings settings;
    private final double[] before;

    /**
     * Asks the model for its scores of the rows as they are.
     *
     * @param features names of those that are disturbed
     * @param objectives of the same rows
     */
    public Robustness(
            Model model,
            FeatureTable table,
            List<String> features,
            List<Objective> objectives,
            BootstrapSettings settings) {
        this.model = model;
        this.table = table;
        this.disturbed = IntStream.range(0, table.features().size())
                .filter(feature ->
                        features.contains(table.features().get(feature).name()))
                .toArray();
        this.objectives = List.copyOf(objectives);
        this.settings = settings;
        this.before = model.checkedScores(table.rows());
    }

    /**
     * What it does to each objective, in their order.
     *
     * @param share how much; of missing values in [0,1]
     * @throws IllegalArgumentException if none of the features can be disturbed so
     */
    public List<Disturbance> by(Kind kind, double share) {
        double[] after = model.checkedScores(kind == Kind.NOISE ? noisy(share) : holed(share));
        return objectives.stream()
                .map(objective ->
                        new Disturbance(kind, share, objective.change(after, before, settings), before.length))
                .toList();
    }

    private double[][] noisy(double share) {
        double[] deviations = deviations();
        SplitMix random = new SplitMix(settings.seed(), 0);
        double[][] noisy = table.copy();
        for (double[] row : noisy) {
            for (int feature : disturbed) {
                double moved = row[feature] + share * deviations[feature] * random.nextGaussian();
                row[feature] = table.features().get(feature).whole() ? Math.rint(moved) : moved;
            }
        }
        return noisy;
    }

    private double[][] holed(double share) {
        SplitMix random = new SplitMix(settings.seed(), 1);
        double[][] holed = table.copy();
        for (double[] row : holed) {
            for (int feature : disturbed) {
                row[feature] = random.nextDouble() < share ? Double.NaN : row[feature];
            }
        }
        return holed;
    }

    /** By feature; 0 of categories, which noise would make others of. */
    private double[] deviations() {
        double[] deviations = new double[table.features().size()];
        boolean any = false;
        for (int feature : disturbed) {
            if (table.features().get(feature).isNumber()) {
                deviations[feature] = deviation(table.rows(), feature);
                any = true;
            }
        }
        if (!any) {
            throw new IllegalArgumentException("noise is added to numbers, and none of the features "
                    + IntStream.of(disturbed)
                            .mapToObj(feature -> table.features().get(feature).name())
                            .toList()
                    + " is one; leave noise out");
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
