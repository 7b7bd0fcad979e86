package io.weir.schema;

import io.weir.expression.Expression;
import java.time.Duration;
import java.util.List;

/** Something that is to hold. Each has a name, unique in its schema, by which results, trends and failing rows call it. */
public sealed interface Check {
    /** The name. */
    String name();

    /** How bad it is when it does not hold. */
    Gravity gravity();

    /** The columns that it reads, in order, each once; the table must have them. */
    List<String> columns();

    /**
     * Each value of a column is something.
     *
     * @param mostly share of the values that are enough, 1 for all
     */
    record OfCells(String name, String column, Condition condition, double mostly, Gravity gravity) implements Check {
        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * A condition holds in each row.
     *
     * @param mostly share of the rows that are enough, 1 for all
     */
    record OfRows(String name, Expression condition, double mostly, Gravity gravity) implements Check {
        @Override
        public List<String> columns() {
            return condition.columns();
        }
    }

    /**
     * No two rows have the same values in some columns. Rows in which a value of them is missing don't count.
     *
     * @param mostly share of the rows that are enough, 1 for all
     */
    record Key(String name, List<String> columns, double mostly, Gravity gravity) implements Check {
        /** Copies the list. */
        public Key {
            columns = List.copyOf(columns);
        }
    }

    /** Values never fall, or never rise, from one row to the next; missing ones are passed over. */
    record Ordered(String name, String column, boolean falling, boolean strictly, double mostly, Gravity gravity)
            implements Check {
        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * The values of some columns are those of a row in another file.
     *
     * @param file the other file, as a pattern below the same folder
     * @param keys its columns, in the order of {@code columns}
     */
    record Lookup(String name, List<String> columns, String file, List<String> keys, double mostly, Gravity gravity)
            implements Check {
        /** Copies the lists. */
        public Lookup {
            columns = List.copyOf(columns);
            keys = List.copyOf(keys);
        }
    }

    /** A statistic lies in a range; a statistic that can't be told does not. */
    record OfColumn(
            String name, Statistic statistic, double quantile, List<String> columns, Bounds bounds, Gravity gravity)
            implements Check {
        /** Copies the list. */
        public OfColumn {
            columns = List.copyOf(columns);
        }
    }

    /** The different values of a column, taken as a set, are in, contain, or equal a list. */
    record ValueSet(String name, String column, Relation relation, List<Object> values, Gravity gravity)
            implements Check {
        /** How the two sets lie. */
        public enum Relation {
            WITHIN,
            CONTAINS,
            EQUALS,
            /** The most frequent value, or each of them if several are, is in the list. */
            MOST_COMMON_WITHIN,
            /** The most frequent value, or at least one of them if several are, is in the list. */
            ANY_MOST_COMMON_WITHIN,
            /** There is one most frequent value, and it is in the list. */
            SINGLE_MOST_COMMON_WITHIN
        }

        /** Copies the list. */
        public ValueSet {
            values = List.copyOf(values);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * The values of a column are distributed as expected; missing ones don't count.
     *
     * @param bounds of the measure
     */
    record Distributed(
            String name,
            String column,
            Distribution expected,
            Distribution.Measure measure,
            Bounds bounds,
            Gravity gravity)
            implements Check {
        /** @throws IllegalArgumentException if the measure is not for that kind of distribution */
        public Distributed {
            if ((measure == Distribution.Measure.KS_P) != (expected instanceof Distribution.Known)) {
                throw new IllegalArgumentException("measure ks_p is for a known distribution, and no other is");
            }
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /** The newest instant of a column is not older than so long before the run. */
    record Fresh(String name, String column, Duration within, Gravity gravity) implements Check {
        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /** The number of rows lies in a range. */
    record RowCount(String name, Bounds bounds, Gravity gravity) implements Check {
        @Override
        public List<String> columns() {
            return List.of();
        }
    }

    /**
     * The table has certain columns.
     *
     * @param exact whether it has no others
     * @param ordered whether they stand in that order
     */
    record ColumnNames(String name, List<String> wanted, boolean exact, boolean ordered, Gravity gravity)
            implements Check {
        /** Copies the list. */
        public ColumnNames {
            wanted = List.copyOf(wanted);
        }

        @Override
        public List<String> columns() {
            return List.of();
        }
    }

    /** The number of columns lies in a range. */
    record ColumnCount(String name, Bounds bounds, Gravity gravity) implements Check {
        @Override
        public List<String> columns() {
            return List.of();
        }
    }
}
