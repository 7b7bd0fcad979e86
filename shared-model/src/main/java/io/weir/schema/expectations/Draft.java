package io.weir.schema.expectations;

import io.weir.expression.Expression;
import io.weir.json.InvalidJsonException;
import io.weir.schema.Check;
import io.weir.schema.Column;
import io.weir.schema.Gravity;
import io.weir.schema.Imported;
import io.weir.schema.Schema;
import io.weir.schema.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A schema in the making. A column says each rule once; the second of a kind, which suites may have, becomes a check on rows.
 */
final class Draft {
    private final Map<String, List<Check>> columns = new LinkedHashMap<>();
    private final List<Check> checks = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> left = new ArrayList<>();

    /** A check of a single column, called as the column's rule. */
    void column(Expectation expectation, Check check) {
        String column = check.columns().getFirst();
        if (expectation.hasCondition()) {
            rows(expectation, check.name(), CellExpression.of(check), mostly(check));
        } else if (names.add(check.name())) {
            columns.computeIfAbsent(column, none -> new ArrayList<>()).add(check);
        } else {
            rows(expectation, check.name(), CellExpression.of(check), mostly(check));
        }
    }

    private static double mostly(Check check) {
        return check instanceof Check.OfCells cells ? cells.mostly() : 1;
    }

    /** A condition on rows; of those only to which the expectation's own condition applies. */
    void rows(Expectation expectation, String name, String condition, double mostly) {
        String where = expectation.condition();
        String whole = where.isEmpty() ? condition : "if(" + where + ", " + condition + ", missing)";
        if (whole.length() > Expression.MAX_LENGTH) {
            throw new UntranslatableException("as a condition on rows it has " + whole.length()
                    + " characters, at most " + Expression.MAX_LENGTH + " are allowed; use a lookup into a file");
        }
        checks.add(new Check.OfRows(unique(name), Expression.parse(whole), mostly, Gravity.ERROR));
    }

    /** A check of the whole table. */
    void table(Expectation expectation, Check check) {
        if (expectation.hasCondition()) {
            throw new UntranslatableException("only checks of values and rows can have a row_condition");
        }
        if (!names.add(check.name())) {
            throw new UntranslatableException("there are two of this kind with the same columns");
        }
        checks.add(check);
    }

    private String unique(String name) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + " " + i;
        }
        return free;
    }

    void left(Expectation expectation, String reason) {
        left.add(expectation + ": " + reason);
    }

    Imported imported(String name) {
        List<Column> all = new ArrayList<>();
        columns.forEach((column, own) -> all.add(new Column(column, ValueType.ANY, true, List.of(), false, own)));
        try {
            return new Imported(new Schema(name, all, Gravity.INFO, checks), left);
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(String.valueOf(e.getMessage()));
        }
    }
}
