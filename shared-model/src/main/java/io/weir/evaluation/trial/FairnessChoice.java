package io.weir.evaluation.trial;

import io.weir.evaluation.fairness.FairnessRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups to compare.
 *
 * @param columns more than one compares their intersections
 * @param reference name of the group to compare with; null takes the largest
 * @param rules that are judged
 */
public record FairnessChoice(List<String> columns, @Nullable String reference, List<FairnessRule> rules) {
    /** Copies the lists. */
    public FairnessChoice {
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
    }
}
