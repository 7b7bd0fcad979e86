package io.weir.evaluation.trial;

import io.weir.evaluation.explain.Disturbance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the features of a model that can be called are disturbed; {@link RobustnessReader} reads it, {@code docs/evaluation.md} has
 * every field.
 *
 * @param sent columns that the model is given
 * @param features those of them that are disturbed
 * @param rows drawn from the table; all calls are about these
 * @param metrics that are looked at; empty is the ROC AUC, or the RMSE of numbers, and those of the rules
 * @param shares of each disturbance
 * @param rules what is required
 */
public record RobustnessSettings(
        List<String> sent,
        List<String> features,
        int rows,
        List<String> metrics,
        Map<Disturbance.Kind, List<Double>> shares,
        List<Rule> rules) {
    /** Rows unless told otherwise: a change of one in a hundred shows, and each disturbance is one call of as many rows. */
    public static final int DEFAULT_ROWS = 2_000;

    /**
     * A metric must not get worse by more than a margin.
     *
     * @param under the disturbance that it is about; null is all
     */
    public record Rule(String metric, double margin, Disturbance.@Nullable Kind under) {
        boolean isAbout(Disturbance disturbance) {
            return (under == null || under == disturbance.kind())
                    && metric.equals(disturbance.change().metric().id());
        }
    }

    /** Copies the lists. */
    public RobustnessSettings {
        sent = List.copyOf(sent);
        features = List.copyOf(features);
        metrics = List.copyOf(metrics);
        shares = Map.copyOf(shares);
        rules = List.copyOf(rules);
    }

    /**
     * Predictions that the model is asked for.
     *
     * @param drawn rows that there are
     */
    public long predictions(int drawn) {
        return drawn * (1L + shares.values().stream().mapToInt(List::size).sum());
    }
}
