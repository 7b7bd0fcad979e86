package io.weir.evaluation.trial;

import io.weir.evaluation.Evaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model is compared with. */
public sealed interface BaselineChoice {
    /** For people. */
    String name();

    /**
     * Another model's predictions of the same rows, so that the comparison is paired.
     *
     * @param file where they are, in the same order of rows; null is the file of the model's predictions
     * @param columns that stand for the model's; empty if they have the same names
     */
    record Paired(String name, @Nullable String file, List<String> columns) implements BaselineChoice {
        /** Copies the list. */
        public Paired {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The result of an earlier test, taken as one of independent rows.
     *
     * @param file with the result as JSON
     */
    record Earlier(String name, String file) implements BaselineChoice {}

    /**
     * The same, already read.
     *
     * @param result of the earlier test
     */
    record Known(String name, Evaluation result) implements BaselineChoice {}
}
