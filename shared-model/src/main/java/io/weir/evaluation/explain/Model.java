package io.weir.evaluation.explain;

import io.weir.evaluation.metric.InvalidPredictionsException;

/** A model that can be called: an endpoint, a file that is run here, or another program. */
@FunctionalInterface
public interface Model {
    /**
     * A score for each row: higher for label 1, or a predicted number.
     *
     * @param rows by row, then by feature; NaN is missing; not to be changed
     */
    double[] scores(double[][] rows);

    /**
     * The scores, checked.
     *
     * @throws InvalidPredictionsException if there is not one finite score for each row, saying what came
     */
    default double[] checkedScores(double[][] rows) {
        double[] scores = scores(rows);
        if (scores.length != rows.length) {
            throw new InvalidPredictionsException(
                    "the model gave " + scores.length + " scores for " + rows.length + " rows");
        }
        for (int row = 0; row < scores.length; row++) {
            if (!Double.isFinite(scores[row])) {
                throw new InvalidPredictionsException(
                        "the model gave " + scores[row] + " for row " + row + ", must be a finite number");
            }
        }
        return scores;
    }
}
