package io.weir.validation;

import io.weir.schema.ValueType;
import io.weir.sketch.DistinctSketch;
import io.weir.sketch.Hashing;
import io.weir.table.Batch;
import io.weir.table.Cells;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each value of a column occurs: exact up to {@value #EXACT} different values; beyond that only their number is known,
 * to within 2 %.
 */
final class ValueCounts {
    /** Some 10 MB a check and thread. */
    static final int EXACT = 100_000;

    private final Map<Object, Long> counts = new HashMap<>();
    private final DistinctSketch sketch = new DistinctSketch();
    private long total;
    private boolean overflown;

    void add(Batch batch, int place) {
        Cells cells = batch.column(place);
        for (int row = 0; row < batch.rows(); row++) {
            Object value = CellValues.of(cells, row, ValueType.ANY);
            if (value != null) {
                add(canonical(value), 1);
            }
        }
    }

    /** 1 and 1.0 are one value. */
    static Object canonical(Object value) {
        return value instanceof Number number ? (Object) number.doubleValue() : value.toString();
    }

    private void add(Object value, long times) {
        total += times;
        sketch.add(value instanceof Double number ? Hashing.hash(number) : Hashing.hash(value.toString()));
        if (!overflown) {
            counts.merge(value, times, Long::sum);
            if (counts.size() > EXACT) {
                overflown = true;
                counts.clear();
            }
        }
    }

    void merge(ValueCounts other) {
        overflown |= other.overflown;
        total += other.total;
        sketch.merge(other.sketch);
        if (overflown) {
            counts.clear();
        } else {
            other.counts.forEach((value, times) -> counts.merge(value, times, Long::sum));
            overflown = counts.size() > EXACT;
        }
    }

    /** Whether {@link #counts} has them all. */
    boolean exact() {
        return !overflown;
    }

    /** Number of different values. */
    double distinct() {
        return overflown ? sketch.estimate() : counts.size();
    }

    /** Number of values. */
    long total() {
        return total;
    }

    /** The counts; empty unless {@link #exact}. */
    Map<Object, Long> counts() {
        return overflown ? Map.of() : counts;
    }
}
