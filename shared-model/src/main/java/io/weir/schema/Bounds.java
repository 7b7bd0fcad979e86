package io.weir.schema;

import io.weir.value.Values;
import org.jspecify.annotations.Nullable;

/**
 * A range of numbers, instants or texts, open where a side is null.
 *
 * @param min least value
 * @param max greatest value
 * @param minExcluded whether the least value itself is outside
 * @param maxExcluded whether the greatest value itself is outside
 */
public record Bounds(@Nullable Object min, @Nullable Object max, boolean minExcluded, boolean maxExcluded) {
    private static final double ROUNDING = 1e-12;

    /** Whatever there is. */
    public static final Bounds NONE = new Bounds(null, null, false, false);

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if no value can be inside, or the two sides are of different kinds
     */
    public Bounds {
        if (min != null && max != null) {
            Integer order = Values.compare(min, max);
            if (order == null) {
                throw new IllegalArgumentException(
                        "min is " + Values.shown(min) + " and max " + Values.shown(max) + ": they can't be compared");
            }
            if (order > 0 || order == 0 && (minExcluded || maxExcluded)) {
                throw new IllegalArgumentException("nothing lies in " + shown(min, max, minExcluded, maxExcluded));
            }
        }
    }

    /** Both sides included. */
    public static Bounds between(@Nullable Object min, @Nullable Object max) {
        return new Bounds(min, max, false, false);
    }

    /** Bounds that are written as times mean times. Null if they mean something else, or there is none. */
    public @Nullable Bounds asTimes() {
        Object from = min == null ? null : Values.time(min);
        Object to = max == null ? null : Values.time(max);
        return (from == null) == (min == null) && (to == null) == (max == null) && (from != null || to != null)
                ? new Bounds(from, to, minExcluded, maxExcluded)
                : null;
    }

    /** Whether a computed number is inside, or at a side that is included but for rounding: a part in 10^12. */
    public boolean containsComputed(double value) {
        double slack = ROUNDING * Math.abs(value);
        return holds(min, minExcluded ? value : value + slack, minExcluded)
                && holds(maxExcluded ? value : value - slack, max, maxExcluded);
    }

    /** Whether a value is inside; one that can't be compared with the sides is not. */
    public boolean contains(Object value) {
        return holds(min, value, minExcluded) && holds(value, max, maxExcluded);
    }

    private static boolean holds(@Nullable Object lower, @Nullable Object upper, boolean excluded) {
        if (lower == null || upper == null) {
            return true;
        }
        Integer order = Values.compare(lower, upper);
        return order != null && (excluded ? order < 0 : order <= 0);
    }

    /** In mathematical notation, as {@code [0, 1)}. */
    @Override
    public String toString() {
        return shown(min, max, minExcluded, maxExcluded);
    }

    private static String shown(@Nullable Object min, @Nullable Object max, boolean minExcluded, boolean maxExcluded) {
        return (min == null ? "(-∞" : (minExcluded ? "(" : "[") + min) + ", "
                + (max == null ? "∞)" : max + (maxExcluded ? ")" : "]"));
    }
}
