package io.weir.evaluation.trial;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Columns that stand beside those of the table because a model was asked for them, row by row in the table's order.
 *
 * @param numbers by name of the column
 * @param texts by name of the column; null where there is none
 */
public record PredictedColumns(Map<String, double[]> numbers, Map<String, @Nullable String[]> texts) {
    /** No further columns. */
    public static final PredictedColumns NONE = new PredictedColumns(Map.of(), Map.of());

    /** Copies the maps, not the arrays. */
    public PredictedColumns {
        numbers = Map.copyOf(numbers);
        texts = Map.copyOf(texts);
    }

    /** Names of all of them. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(numbers.keySet());
        names.addAll(texts.keySet());
        return names;
    }
}
