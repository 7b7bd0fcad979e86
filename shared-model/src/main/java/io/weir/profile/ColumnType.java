package io.weir.profile;

import java.util.Locale;

/** What the values of a column are, taken together. */
public enum ColumnType {
    /** There is no value. */
    EMPTY,
    /** Only truth values. */
    BOOLEAN,
    /** Only whole numbers. */
    INTEGER,
    /** Only numbers. */
    DECIMAL,
    /** Only days. */
    DATE,
    /** Only days and instants. */
    TIMESTAMP,
    /** Text, or text for the most part. */
    TEXT,
    /** At least half of the values are of one kind, and others are not: often a spelling of "missing" among numbers. */
    MIXED;

    /** Name in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of a column with so many values of each kind, by {@link ValueKind#ordinal}. */
    static ColumnType of(long[] kinds) {
        long numbers = kinds[ValueKind.INTEGER.ordinal()] + kinds[ValueKind.DECIMAL.ordinal()];
        long times = kinds[ValueKind.DATE.ordinal()] + kinds[ValueKind.TIMESTAMP.ordinal()];
        long booleans = kinds[ValueKind.BOOLEAN.ordinal()];
        long texts = kinds[ValueKind.TEXT.ordinal()];
        long all = numbers + times + booleans + texts;
        if (all == 0) {
            return EMPTY;
        }
        if (numbers == all) {
            return kinds[ValueKind.DECIMAL.ordinal()] == 0 ? INTEGER : DECIMAL;
        }
        if (times == all) {
            return kinds[ValueKind.TIMESTAMP.ordinal()] == 0 ? DATE : TIMESTAMP;
        }
        if (booleans == all) {
            return BOOLEAN;
        }
        return 2 * Math.max(numbers, Math.max(times, booleans)) >= all ? MIXED : TEXT;
    }
}
