package io.weir.evaluation.trial;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a column's cells turned out to be.
 *
 * <p>Not for use by several threads at once. Memory for at most {@value #MOST_VALUES} different values.
 */
public final class ColumnKind {
    /** Values that are remembered; a column with more is no set of categories. */
    public static final int MOST_VALUES = 1_000;

    private final Set<Long> hashes = new LinkedHashSet<>();
    private final Set<String> values = new LinkedHashSet<>();
    private boolean numeric = true;
    private boolean whole = true;
    private boolean many;
    private boolean any;

    ColumnKind() {}

    void addNumber(double number) {
        any = true;
        whole &= number == Math.rint(number);
        if (isNew(Double.doubleToLongBits(number + 0.0))) {
            values.add(Labels.shown(number));
        }
    }

    void addText(@Nullable String text) {
        any = true;
        numeric = false;
        if (text != null && !many && isNew(text.hashCode() * 0x9E3779B97F4A7C15L)) {
            values.add(text);
        }
    }

    private boolean isNew(long hash) {
        if (many) {
            return false;
        }
        boolean added = hashes.add(hash);
        if (hashes.size() > MOST_VALUES) {
            many = true;
        }
        return added && !many;
    }

    /** Whether every value is a number, and there is one. */
    public boolean isNumeric() {
        return numeric && any;
    }

    /** Whether every value is a whole number. */
    public boolean isWhole() {
        return isNumeric() && whole;
    }

    /** Whether there are more than {@value #MOST_VALUES} values. */
    public boolean hasMany() {
        return many;
    }

    /** The different values, as labels are compared; not all if {@link #hasMany}. */
    public List<String> values() {
        return values.stream()
                .map(value -> Labels.canonical(value, isNumeric()))
                .distinct()
                .toList();
    }
}
