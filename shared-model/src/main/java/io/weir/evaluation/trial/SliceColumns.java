package io.weir.evaluation.trial;

import io.weir.evaluation.slice.SliceColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Columns to slice by: numbers with more than {@value #MOST_NUMBERS} values in ranges, everything else by value. */
final class SliceColumns {
    /** As many numbers are still read one by one. */
    static final int MOST_NUMBERS = 20;

    private final PredictionColumns columns;
    private final ColumnSurvey survey;
    private final int ranges;
    private final Map<String, SliceColumn> made = new HashMap<>();

    SliceColumns(PredictionColumns columns, ColumnSurvey survey, int ranges) {
        this.columns = columns;
        this.survey = survey;
        this.ranges = ranges;
    }

    /** Whether a column is cut into ranges. */
    static boolean isCut(ColumnKind kind) {
        return kind.isNumeric() && (kind.hasMany() || kind.values().size() > MOST_NUMBERS);
    }

    List<SliceColumn> of(List<String> names) {
        return names.stream().map(this::of).toList();
    }

    SliceColumn of(String name) {
        return made.computeIfAbsent(
                name,
                each -> isCut(survey.of(each))
                        ? SliceColumn.ofNumbers(each, columns.numbersOrNaN(each), ranges)
                        : SliceColumn.ofCategories(each, columns.textsOrNull(each)));
    }
}
