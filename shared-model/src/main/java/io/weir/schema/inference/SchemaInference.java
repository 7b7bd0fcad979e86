package io.weir.schema.inference;

import io.weir.profile.ColumnProfile;
import io.weir.profile.ColumnType;
import io.weir.profile.DatasetProfile;
import io.weir.profile.NumberSummary;
import io.weir.schema.Bounds;
import io.weir.schema.Check;
import io.weir.schema.Column;
import io.weir.schema.Condition;
import io.weir.schema.Gravity;
import io.weir.schema.Schema;
import io.weir.schema.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * Infers a schema from a profile. The data that the profile was taken of pass it.
 *
 * <ul>
 *   <li>The type, unless values are of several kinds.
 *   <li>{@code missing}: none if there was none; otherwise what three standard deviations above the share seen allow.
 *   <li>{@code domain}, for texts and truth values of at most {@value #MOST_CATEGORIES} categories that came {@value
 *       #LEAST_REPEATS} times on average; {@code mostly} leaves room for three times the share that was never seen, by the
 *       estimate of Good and Turing.
 *   <li>{@code range}: from 0 if no number was negative, from 0 to 1 if all were between. No other: what was greatest so far is
 *       no limit.
 *   <li>{@code unique}, where all values are known to differ in {@value #LEAST_ROWS_OF_KEY} rows or more, of whole numbers and
 *       texts.
 *   <li>{@code pattern}, for texts outside of a domain that all have one shape.
 * </ul>
 *
 * Cost: linear in the profile.
 */
public final class SchemaInference {
    /** Most categories of a domain; the same as TFDV's. */
    public static final int MOST_CATEGORIES = 400;

    /** With fewer rows a category, most categories have not come yet. */
    public static final int LEAST_REPEATS = 10;

    /** In fewer rows, differing values are chance. */
    public static final int LEAST_ROWS_OF_KEY = 100;

    private static final double DEVIATIONS = 3;

    private SchemaInference() {}

    /**
     * The schema of a profile; columns that are masked there are sensitive and get nothing but their share of missing values.
     *
     * @param name the schema's name
     */
    public static Schema infer(DatasetProfile profile, String name) {
        List<Column> columns = new ArrayList<>();
        for (ColumnProfile column : profile.columns()) {
            columns.add(column(column));
        }
        return new Schema(name, columns, Gravity.WARNING, List.of());
    }

    private static Column column(ColumnProfile column) {
        List<Check> checks = new ArrayList<>();
        ValueType type = column.masked() ? ValueType.ANY : type(column.type());
        if (type != ValueType.ANY) {
            // Spellings of "not a number" are numbers to a profile, and none to a check.
            double others = allowed(column.nan() + column.infinite(), column.values());
            cells(checks, column, new Condition.OfType(List.of(type)), 1 - others);
        }
        double missing = column.rows() == 0 ? 1 : allowed(column.missing(), column.rows());
        if (missing < 1) {
            cells(checks, column, new Condition.Present(), 1 - missing);
        }
        if (!column.masked()) {
            values(checks, column);
        }
        return new Column(column.name(), type, true, List.of(), column.masked(), checks);
    }

    private static ValueType type(ColumnType type) {
        return switch (type) {
            case EMPTY, MIXED -> ValueType.ANY;
            default -> ValueType.of(type.id());
        };
    }

    /** Wilson's upper bound of a share, rounded up to two digits; 0 if there was none, 1 says nothing. */
    private static double allowed(double count, double n) {
        if (count == 0) {
            return 0;
        }
        double share = count / n;
        double z2 = DEVIATIONS * DEVIATIONS;
        double upper = (share + z2 / (2 * n) + DEVIATIONS * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)))
                / (1 + z2 / n);
        return Math.min(1, roundedUp(upper));
    }

    private static double roundedUp(double share) {
        double unit = Math.pow(10, Math.floor(Math.log10(share)) - 1);
        return Math.ceil(share / unit) / Math.round(1 / unit);
    }

    private static void values(List<Check> checks, ColumnProfile column) {
        boolean categories = isCategorical(column);
        if (categories) {
            domain(checks, column);
        }
        NumberSummary numbers = column.numbers();
        boolean numeric = column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
        if (numeric && numbers != null && numbers.quantiles().min() >= 0) {
            boolean share =
                    column.type() == ColumnType.DECIMAL && numbers.quantiles().max() <= 1;
            cells(checks, column, new Condition.InRange(Bounds.between(0L, share ? 1L : null)), 1);
        }
        if (isKey(column)) {
            checks.add(new Check.Key(column.name() + ".unique", List.of(column.name()), 1, Gravity.ERROR));
        }
        if (column.type() == ColumnType.TEXT && !categories) {
            Shapes.pattern(column).ifPresent(pattern -> cells(checks, column, pattern, 1));
        }
    }

    private static boolean isCategorical(ColumnProfile column) {
        int distinct = column.top().top(MOST_CATEGORIES + 1).size();
        return (column.type() == ColumnType.TEXT || column.type() == ColumnType.BOOLEAN)
                && column.top().maxOvercount() == 0
                && distinct <= MOST_CATEGORIES
                && column.values() >= (long) LEAST_REPEATS * distinct;
    }

    private static void domain(List<Check> checks, ColumnProfile column) {
        List<Object> values = new ArrayList<>();
        long once = 0;
        for (var entry : column.top().top(MOST_CATEGORIES)) {
            values.add(entry.value());
            once += entry.count() == 1 ? 1 : 0;
        }
        values.sort(null);
        double unseen = DEVIATIONS * once / column.values();
        cells(checks, column, new Condition.InSet(values, false), once == 0 ? 1 : Math.max(0, 1 - roundedUp(unseen)));
    }

    private static boolean isKey(ColumnProfile column) {
        return (column.type() == ColumnType.INTEGER || column.type() == ColumnType.TEXT)
                && column.missing() == 0
                && column.rows() >= LEAST_ROWS_OF_KEY
                && column.top().maxOvercount() == 0
                && column.top().top(Integer.MAX_VALUE).size() == column.rows();
    }

    private static void cells(List<Check> checks, ColumnProfile column, Condition condition, double mostly) {
        checks.add(new Check.OfCells(
                column.name() + "." + condition.id(), column.name(), condition, mostly, Gravity.ERROR));
    }
}
