package io.weir.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a table is meant to look like.
 *
 * @param name of what it describes
 * @param columns the columns it knows
 * @param unknownColumns how bad a column is that it does not know
 * @param checks what is to hold beyond single columns
 */
public record Schema(String name, List<Column> columns, Gravity unknownColumns, List<Check> checks) {
    /** Most checks; each is worked at in every row. */
    public static final int MAX_CHECKS = 50_000;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if two columns or two checks have one name, or there are too many
     */
    public Schema {
        columns = List.copyOf(columns);
        checks = List.copyOf(checks);
        refuseTwice("column", columns.stream().map(Column::name));
        refuseTwice("check", all(columns, checks).map(Check::name));
        long count = all(columns, checks).count();
        if (count > MAX_CHECKS) {
            throw new IllegalArgumentException(
                    "there are " + count + " checks, at most " + MAX_CHECKS + " are allowed");
        }
    }

    /** All checks, those of the columns first. */
    public List<Check> allChecks() {
        return all(columns, checks).toList();
    }

    /** The columns by name. */
    public Map<String, Column> byName() {
        return columns.stream().collect(Collectors.toMap(Column::name, Function.identity()));
    }

    private static Stream<Check> all(List<Column> columns, List<Check> checks) {
        return Stream.concat(columns.stream().flatMap(column -> column.checks().stream()), checks.stream());
    }

    private static void refuseTwice(String kind, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.forEach(one -> {
            if (!seen.add(one)) {
                throw new IllegalArgumentException("two " + kind + "s are called '" + one + "'; give one another name");
            }
        });
    }
}
