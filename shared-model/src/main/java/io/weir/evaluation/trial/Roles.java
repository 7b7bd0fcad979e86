package io.weir.evaluation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which column is what.
 *
 * @param label one column; one for each label if there are several labels a row
 * @param prediction predicted classes, labels or numbers; may be empty
 * @param score how sure the model is of the positive class, of each label, or of a document; may be empty
 * @param classes a column of scores for each class; may be empty
 * @param query whose documents are ranked, or null
 * @param series that a forecast is of, or null
 * @param low lower end of a forecast's interval, or null
 * @param high its upper end, or null
 */
public record Roles(
        List<String> label,
        List<String> prediction,
        List<String> score,
        List<ClassColumn> classes,
        @Nullable String query,
        @Nullable String series,
        @Nullable String low,
        @Nullable String high) {

    /**
     * A column of a class' scores.
     *
     * @param name of the class, as the label column has it
     */
    public record ClassColumn(String name, String column) {}

    /** Copies the lists. */
    public Roles {
        label = List.copyOf(label);
        prediction = List.copyOf(prediction);
        score = List.copyOf(score);
        classes = List.copyOf(classes);
    }

    /** All columns that have a role. */
    List<String> all() {
        return Stream.of(
                        label.stream(),
                        prediction.stream(),
                        score.stream(),
                        classes.stream().map(ClassColumn::column),
                        Stream.of(query, series, low, high).filter(Objects::nonNull))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** The only label column. */
    String onlyLabel() {
        return label.getFirst();
    }

    /** The same roles for a baseline's columns, which stand for the model's in order. */
    Roles played(List<String> columns) {
        if (!classes.isEmpty() && columns.size() == classes.size() && classes.size() > 1) {
            List<ClassColumn> others = new ArrayList<>();
            for (int i = 0; i < classes.size(); i++) {
                others.add(new ClassColumn(classes.get(i).name(), columns.get(i)));
            }
            return new Roles(label, List.of(), List.of(), others, query, series, null, null);
        }
        int expected = score.isEmpty() ? Math.max(1, prediction.size()) : score.size();
        if (columns.size() != expected) {
            throw new IllegalArgumentException("the baseline has the columns " + columns + ", must be " + expected
                    + ", one for each of the model's");
        }
        return score.isEmpty()
                ? new Roles(label, columns, List.of(), List.of(), query, series, null, null)
                : new Roles(label, List.of(), columns, List.of(), query, series, null, null);
    }

    /** The columns of the model's own predictions, which a baseline in another file has under the same names. */
    List<String> predicted() {
        if (!classes.isEmpty()) {
            return classes.stream().map(ClassColumn::column).toList();
        }
        return score.isEmpty() ? prediction : score;
    }
}
