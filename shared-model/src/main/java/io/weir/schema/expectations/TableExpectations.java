package io.weir.schema.expectations;

import io.weir.schema.Bounds;
import io.weir.schema.Check;
import io.weir.schema.Gravity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expectations of the table as a whole. */
final class TableExpectations {
    private TableExpectations() {}

    static boolean translate(Expectation expectation, Draft draft) {
        switch (expectation.type()) {
            case "expect_table_row_count_to_be_between" -> rows(expectation, draft, expectation.countBounds());
            case "expect_table_row_count_to_equal" -> rows(expectation, draft, exactly(expectation));
            case "expect_table_column_count_to_be_between" ->
                columnCount(expectation, draft, expectation.countBounds());
            case "expect_table_column_count_to_equal" -> columnCount(expectation, draft, exactly(expectation));
            case "expect_table_columns_to_match_ordered_list" ->
                draft.table(expectation, names("columns in order", expectation.texts("column_list"), true, true));
            case "expect_table_columns_to_match_set" ->
                draft.table(
                        expectation,
                        names(
                                "columns",
                                expectation.has("column_set") ? expectation.texts("column_set") : List.of(),
                                expectation.flag("exact_match", true),
                                false));
            case "expect_column_to_exist" -> {
                if (expectation.has("column_index")) {
                    throw new UntranslatableException("a column's place can't be checked by itself; list all columns");
                }
                draft.table(
                        expectation,
                        names("column " + expectation.column(), List.of(expectation.column()), false, false));
            }
            case "expect_column_pair_cramers_phi_value_to_be_less_than" ->
                draft.table(expectation, CramersPhi.check(expectation));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Bounds exactly(Expectation expectation) {
        long value = expectation.count("value");
        return Bounds.between(value, value);
    }

    private static void rows(Expectation expectation, Draft draft, @Nullable Bounds bounds) {
        if (bounds != null) {
            draft.table(expectation, new Check.RowCount("rows", bounds, Gravity.ERROR));
        }
    }

    private static void columnCount(Expectation expectation, Draft draft, @Nullable Bounds bounds) {
        if (bounds != null) {
            draft.table(expectation, new Check.ColumnCount("column_count", bounds, Gravity.ERROR));
        }
    }

    private static Check names(String name, List<String> columns, boolean exact, boolean ordered) {
        return new Check.ColumnNames(name, columns, exact, ordered, Gravity.ERROR);
    }
}
