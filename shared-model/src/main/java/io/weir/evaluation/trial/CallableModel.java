package io.weir.evaluation.trial;

import io.weir.evaluation.explain.Feature;
import io.weir.evaluation.explain.Model;
import java.util.List;

/**
 * What can be called with rows that no table has: a served model, a file that is run here, or another program. All that {@link
 * ModelExplanation} and {@link ModelRobustness} ask of one.
 */
@FunctionalInterface
public interface CallableModel {
    /**
     * The model.
     *
     * @param features that it will be called with
     * @param column of its answers that holds the scores
     * @throws IllegalArgumentException if it can't be called with these
     */
    Model model(List<Feature> features, String column);
}
