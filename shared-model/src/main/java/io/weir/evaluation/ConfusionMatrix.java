package io.weir.evaluation;

import java.util.List;

/**
 * Rows by class and predicted class.
 *
 * @param classes at most {@value #MAX_CLASSES}
 * @param rows by class, then by predicted class
 */
public record ConfusionMatrix(List<String> classes, List<List<Long>> rows) {
    /** A larger table nobody reads; the rarest classes are counted together as {@code (other)}. */
    public static final int MAX_CLASSES = 50;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is not one row and one column for each class
     */
    public ConfusionMatrix {
        classes = List.copyOf(classes);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Long> row : rows) {
            if (row.size() != classes.size() || rows.size() != classes.size()) {
                throw new IllegalArgumentException("the confusion matrix has " + rows.size() + " rows, one of them of "
                        + row.size() + " counts, for " + classes.size() + " classes; must be as many of each");
            }
        }
    }
}
