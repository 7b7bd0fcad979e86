package io.weir.validation;

import io.weir.schema.Check;
import io.weir.schema.Column;
import io.weir.schema.Gravity;
import io.weir.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be said without looking at values: which columns there are, and how many rows. */
final class TableChecks {
    private final Schema schema;
    private final String environment;
    private final List<String> columns;
    private final long rows;
    private final Set<String> present;
    private final Map<String, Column> known;

    TableChecks(Schema schema, String environment, List<String> columns, long rows) {
        this.schema = schema;
        this.environment = environment;
        this.columns = columns;
        this.rows = rows;
        this.present = new HashSet<>(columns);
        this.known = schema.byName();
    }

    /** Columns that are missing, and columns that nobody expects. */
    List<CheckResult> columnResults() {
        List<CheckResult> results = new ArrayList<>();
        for (Column column : schema.columns()) {
            if (column.requiredIn(environment) && !present.contains(column.name())) {
                results.add(columnResult(
                        column.name() + ".present",
                        column.name(),
                        Gravity.ERROR,
                        "the column '" + column.name() + "' is missing; there are " + String.join(", ", columns)));
            }
        }
        // A schema that names no columns, only checks, says nothing about which there may be.
        for (String column : schema.columns().isEmpty() ? List.<String>of() : columns) {
            if (!known.containsKey(column)) {
                results.add(columnResult(
                        column + ".unknown",
                        column,
                        schema.unknownColumns(),
                        "the column '" + column + "' is not in the schema"));
            }
        }
        return results;
    }

    private static CheckResult columnResult(String name, String column, Gravity gravity, String reason) {
        return new CheckResult(name, List.of(column), gravity, Verdict.FAILED, 0, 0, null, reason, List.of());
    }

    /** The result of a check that needs no values, or that has none to look at; null for all others. */
    @Nullable
    CheckResult withoutRows(Check check) {
        return switch (check) {
            case Check.RowCount count ->
                counted(check, count.bounds().contains(rows), rows, "there are " + rows + " rows", count.bounds());
            case Check.ColumnCount count ->
                counted(
                        check,
                        count.bounds().contains((long) columns.size()),
                        columns.size(),
                        "there are " + columns.size() + " columns",
                        count.bounds());
            case Check.ColumnNames names -> names(names);
            default -> lacking(check);
        };
    }

    private static CheckResult counted(Check check, boolean inside, long count, String sentence, Object bounds) {
        return CheckResult.ofWhole(
                check,
                inside ? Verdict.PASSED : Verdict.FAILED,
                count,
                Long.toString(count),
                sentence + ", " + (inside ? "in " : "not in ") + bounds);
    }

    private CheckResult names(Check.ColumnNames check) {
        List<String> lacking =
                check.wanted().stream().filter(name -> !present.contains(name)).toList();
        List<String> surplus = check.exact()
                ? columns.stream()
                        .filter(name -> !check.wanted().contains(name))
                        .toList()
                : List.of();
        List<String> inOrder = columns.stream().filter(check.wanted()::contains).toList();
        boolean order = !check.ordered() || inOrder.equals(check.wanted());
        boolean passed = lacking.isEmpty() && surplus.isEmpty() && order;
        String reason = passed
                ? "the columns are as listed"
                : !lacking.isEmpty()
                        ? "missing: " + String.join(", ", lacking)
                        : !surplus.isEmpty()
                                ? "not listed: " + String.join(", ", surplus)
                                : "the order is " + String.join(", ", inOrder);
        return CheckResult.ofWhole(
                check, passed ? Verdict.PASSED : Verdict.FAILED, columns.size(), String.join(", ", columns), reason);
    }

    /** A column that is not there: an optional one leaves the question open, any other is a mistake. */
    private @Nullable CheckResult lacking(Check check) {
        for (String name : check.columns()) {
            if (!present.contains(name)) {
                Column column = known.get(name);
                boolean mayLack = column != null && !column.requiredIn(environment);
                return CheckResult.ofWhole(
                        check,
                        mayLack ? Verdict.UNDECIDED : Verdict.FAILED,
                        0,
                        null,
                        "the column '" + name + "' is not there" + (mayLack ? ", and need not be" : ""));
            }
        }
        return null;
    }

    CheckResult ragged(long count) {
        return new CheckResult(
                Validation.RAGGED,
                List.of(),
                Gravity.ERROR,
                Verdict.FAILED,
                rows,
                count,
                Long.toString(count),
                count + " of " + rows + " rows have more or fewer cells than there are columns",
                List.of());
    }
}
