package io.weir.evaluation.explain;

import io.weir.evaluation.interval.SplitMix;
import java.util.ArrayList;
import java.util.List;

/**
 * Shapley values of the features by sampling orders (Štrumbelj and Kononenko, JMLR 2010), each order together with its reverse, which
 * cancels much of the error (Mitchell, Cooper, Frank and Holmes, "Sampling Permutations for Shapley Value Estimation", JMLR 2022).
 *
 * <p>A feature's value in one row is its mean contribution to the score when features of the row replace those of a random
 * background row in random order. Cost: for each explained row and pair of orders, twice as many rows are scored as there are
 * features. Pairs of a row share a call of at most {@value #MOST_VALUES} values, which is what memory is needed for, unless one pair
 * has more.
 */
public final class ShapleySampling {
    private static final int MOST_VALUES = 2_000_000;

    private ShapleySampling() {}

    /**
     * Mean absolute Shapley value of every feature over some rows, in their order. The deviation is the standard error of that mean,
     * which holds what rows and what sampling vary by. Noise of sampling makes small importances larger, by about as much as
     * the errors of single rows' values.
     *
     * @param explained rows to explain
     * @param background rows that stand for "not known"
     * @param pairs of orders drawn for each row, at least 2
     */
    public static List<Importance> of(
            Model model, FeatureTable explained, double[][] background, int pairs, long seed) {
        double[][] absolute = new double[explained.features().size()][explained.rows().length];
        for (int row = 0; row < explained.rows().length; row++) {
            double[] values = values(model, explained.rows()[row], background, pairs, new SplitMix(seed, row))
                    .values();
            for (int feature = 0; feature < values.length; feature++) {
                absolute[feature][row] = Math.abs(values[feature]);
            }
        }
        List<Importance> importances = new ArrayList<>();
        for (int feature = 0; feature < absolute.length; feature++) {
            Mean mean = Mean.of(absolute[feature]);
            importances.add(Importance.of(
                    Importance.SHAPLEY, null, explained.features().get(feature).name(), mean.value(), mean.error()));
        }
        return importances;
    }

    /**
     * The values of one row.
     *
     * @param pairs of orders, at least 2
     */
    public static ShapleyValues values(Model model, double[] row, double[][] background, int pairs, SplitMix random) {
        if (pairs < 2 || background.length == 0) {
            throw new IllegalArgumentException("pairs is " + pairs + " and the background has " + background.length
                    + " rows; at least 2 pairs and 1 row are needed");
        }
        int features = row.length;
        List<double[]> mixed = new ArrayList<>();
        double[] scores = new double[2 * features * pairs];
        int scored = 0;
        int[][] orders = new int[pairs][];
        for (int pair = 0; pair < pairs; pair++) {
            orders[pair] = order(features, random);
            double[] from = background[random.nextInt(background.length)];
            mixed.add(from);
            addSteps(mixed, from, row, orders[pair]);
            mixed.add(row);
            addSteps(mixed, from, row, reversed(orders[pair]));
            boolean isFull = (mixed.size() + 2L * features) * features > MOST_VALUES;
            if (isFull || pair == pairs - 1) {
                double[] part = model.checkedScores(mixed.toArray(double[][]::new));
                System.arraycopy(part, 0, scores, scored, part.length);
                scored += part.length;
                mixed.clear();
            }
        }
        return estimate(scores, orders, features);
    }

    /** The mixtures between both ends: those are the same in either order. */
    private static void addSteps(List<double[]> mixed, double[] from, double[] to, int[] order) {
        double[] current = from;
        for (int i = 0; i < order.length - 1; i++) {
            current = current.clone();
            current[order[i]] = to[order[i]];
            mixed.add(current);
        }
    }

    private static ShapleyValues estimate(double[] scores, int[][] orders, int features) {
        double[][] contributions = new double[features][orders.length];
        double base = 0;
        for (int pair = 0; pair < orders.length; pair++) {
            int first = 2 * features * pair;
            double low = scores[first];
            double high = scores[first + features];
            base += low / orders.length;
            add(contributions, pair, orders[pair], scores, first + 1, low, high);
            add(contributions, pair, reversed(orders[pair]), scores, first + features + 1, low, high);
        }
        double[] values = new double[features];
        double[] errors = new double[features];
        for (int feature = 0; feature < features; feature++) {
            Mean mean = Mean.of(contributions[feature]);
            values[feature] = mean.value();
            errors[feature] = mean.error();
        }
        return new ShapleyValues(values, errors, base);
    }

    /** Half of each contribution, since the other half comes from the reverse order. */
    private static void add(
            double[][] contributions, int pair, int[] order, double[] scores, int from, double low, double high) {
        double before = low;
        for (int i = 0; i < order.length; i++) {
            double after = i < order.length - 1 ? scores[from + i] : high;
            contributions[order[i]][pair] += (after - before) / 2;
            before = after;
        }
    }

    private static int[] reversed(int[] order) {
        int[] reversed = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            reversed[i] = order[order.length - 1 - i];
        }
        return reversed;
    }

    private static int[] order(int features, SplitMix random) {
        int[] order = new int[features];
        for (int i = 0; i < features; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
