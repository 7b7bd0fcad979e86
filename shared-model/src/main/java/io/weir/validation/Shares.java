package io.weir.validation;

import io.weir.table.Batch;
import io.weir.table.Cells;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what fits and what does not, writes what does not down, and keeps the first few as examples. */
final class Shares {
    private static final Comparator<Example> IN_ORDER =
            Comparator.comparing(Example::file).thenComparingLong(Example::row);
    private static final String MASKED = "(masked)";

    private final String rule;
    private final boolean masked;
    private final List<Example> examples = new ArrayList<>();
    private long considered;
    private long failing;

    Shares(String rule, boolean masked) {
        this.rule = rule;
        this.masked = masked;
    }

    void consider(long more) {
        considered += more;
    }

    /** A cell that does not fit. */
    void fail(Batch batch, int row, String column, Cells cells, FailureLog failures) {
        fail(batch, row, column, masked && !cells.isMissing(row) ? MASKED : cells.text(row), failures);
    }

    /** A value that does not fit. */
    void fail(Batch batch, int row, @Nullable String column, @Nullable String value, FailureLog failures) {
        fail(batch.file(), batch.firstRow() + row, column, value, failures);
    }

    void fail(String file, long row, @Nullable String column, @Nullable String value, FailureLog failures) {
        failing++;
        String shown = value != null && masked ? MASKED : value;
        failures.add(file, row, column, shown, rule);
        if (examples.size() < CheckResult.MAX_EXAMPLES) {
            examples.add(new Example(file, row, shown));
        }
    }

    void merge(Shares other) {
        considered += other.considered;
        failing += other.failing;
        examples.addAll(other.examples);
        examples.sort(IN_ORDER);
        if (examples.size() > CheckResult.MAX_EXAMPLES) {
            examples.subList(CheckResult.MAX_EXAMPLES, examples.size()).clear();
        }
    }

    long considered() {
        return considered;
    }

    long failing() {
        return failing;
    }

    List<Example> examples() {
        return examples;
    }
}
