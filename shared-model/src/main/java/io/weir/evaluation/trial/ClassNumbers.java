package io.weir.evaluation.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Classes by number, from 0. */
final class ClassNumbers {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names;

    ClassNumbers(List<String> names) {
        this.names = names;
        names.forEach(name -> numbers.putIfAbsent(name, numbers.size()));
    }

    /** Numbers of a column's classes; one that is unknown is an error with its row. */
    int[] of(PredictionColumns columns, String column, boolean numeric) {
        String[] labels = columns.labels(column, numeric);
        int[] of = new int[labels.length];
        for (int row = 0; row < of.length; row++) {
            Integer number = numbers.get(labels[row]);
            if (number == null) {
                throw columns.missing(
                        column,
                        row,
                        "is '" + labels[row] + "', must be one of the classes "
                                + names.stream().limit(20).toList());
            }
            of[row] = number;
        }
        return of;
    }
}
