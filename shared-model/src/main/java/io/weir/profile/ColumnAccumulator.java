package io.weir.profile;

import io.weir.sketch.Hashing;
import io.weir.table.Cells;
import org.jspecify.annotations.Nullable;

/**
 * Adds the cells of one column to its profile, batch by batch, through a {@link ValueCache}. A column that repeats keeps its
 * values in the cache over many batches, with copies of their texts; one that is diverse is emptied at the end of every
 * batch and needs no copies. Belongs to one thread.
 */
final class ColumnAccumulator {
    /** A column is diverse if its values come fewer times than this before the cache is full. */
    private static final int REPEATS = 4;

    private static final int TEXT_BYTES_PER_VALUE = 16;

    private final ColumnProfile profile;
    private final ValueReader reader = new ValueReader();
    private final ValueCache cache;
    private final byte[] texts;
    private final long salt;
    private int used;
    private byte[] current = {};
    private boolean diverse;
    private boolean typed;

    /** An accumulator into {@code profile} whose cache has so much room. */
    ColumnAccumulator(ColumnProfile profile, int room) {
        this.profile = profile;
        this.cache = new ValueCache(room);
        this.texts = new byte[TEXT_BYTES_PER_VALUE * room];
        this.salt = Hashing.hash(profile.name());
    }

    ColumnProfile profile() {
        return profile;
    }

    /**
     * Adds a batch.
     *
     * @param rowHashes what the cells' hashes are added to
     * @param cellHashes what the cells' hashes are written to, 0 if there is no value; null if nobody wants them
     * @param numbers what the cells' numbers are written to, NaN if there is none; null if nobody wants them
     */
    void add(Cells cells, int rows, long[] rowHashes, long @Nullable [] cellHashes, double @Nullable [] numbers) {
        boolean nowTyped = cells.type() != Cells.Type.TEXT;
        if (nowTyped != typed) {
            flush();
            typed = nowTyped;
        }
        int missing = typed
                ? addTyped(cells, rows, rowHashes, cellHashes, numbers)
                : addTexts(cells, rows, rowHashes, cellHashes, numbers);
        profile.addMissing(missing);
        if (diverse) {
            diverse = !flush();
        }
    }

    private int addTexts(
            Cells cells, int rows, long[] rowHashes, long @Nullable [] cellHashes, double @Nullable [] numbers) {
        byte[] bytes = cells.bytes();
        current = bytes;
        int missing = 0;
        for (int row = 0; row < rows; row++) {
            int start = cells.start(row);
            double number = Double.NaN;
            long mixed = 0;
            if (start < 0) {
                missing++;
            } else {
                int length = cells.length(row);
                long hash = CellHash.of(bytes, start, length);
                int slot = cache.count(hash);
                if (slot < 0) {
                    slot = insertText(hash, ~slot, bytes, start, length);
                }
                mixed = CellHash.mix(hash ^ salt);
                rowHashes[row] += mixed;
                number = cache.number(slot);
            }
            if (cellHashes != null) {
                cellHashes[row] = mixed;
            }
            if (numbers != null) {
                numbers[row] = number;
            }
        }
        return missing;
    }

    private int insertText(long hash, int free, byte[] bytes, int start, int length) {
        int slot = free;
        if (cache.isFull() || (!diverse && used + length > texts.length)) {
            diverse = !flush() || length > texts.length;
            slot = ~cache.count(hash);
        }
        reader.read(bytes, start, length);
        int place = start;
        if (!diverse) {
            System.arraycopy(bytes, start, texts, used, length);
            place = used;
            used += length;
        }
        cache.put(slot, hash, reader.kind(), reader.number(), (long) place << Integer.SIZE | length);
        return slot;
    }

    private int addTyped(
            Cells cells, int rows, long[] rowHashes, long @Nullable [] cellHashes, double @Nullable [] numbers) {
        ValueKind kind = TypedValue.kind(cells.type());
        int missing = 0;
        for (int row = 0; row < rows; row++) {
            double number = Double.NaN;
            long mixed = 0;
            if (cells.isMissing(row)) {
                missing++;
            } else {
                long bits =
                        kind == ValueKind.DECIMAL ? Double.doubleToLongBits(cells.doubleAt(row)) : cells.longAt(row);
                long hash = CellHash.of(bits);
                int slot = cache.count(hash);
                if (slot < 0) {
                    slot = insertTyped(hash, ~slot, cells.type(), kind, bits);
                }
                mixed = CellHash.mix(hash ^ salt);
                rowHashes[row] += mixed;
                number = cache.number(slot);
            }
            if (cellHashes != null) {
                cellHashes[row] = mixed;
            }
            if (numbers != null) {
                numbers[row] = number;
            }
        }
        return missing;
    }

    private int insertTyped(long hash, int free, Cells.Type type, ValueKind kind, long bits) {
        int slot = free;
        if (cache.isFull()) {
            diverse = !flush();
            slot = ~cache.count(hash);
        }
        cache.put(slot, hash, kind, TypedValue.number(type, bits), bits);
        return slot;
    }

    /** Adds to the profile what is in the cache. Returns whether its values came often enough to keep them in future. */
    boolean flush() {
        int values = cache.size();
        byte[] bytes = diverse ? current : texts;
        long before = profile.values();
        profile.beginDistinct(values);
        if (typed) {
            cache.drain(profile::addTyped);
        } else {
            cache.drain((kind, number, place, count) ->
                    profile.addText(kind, number, bytes, (int) (place >>> Integer.SIZE), (int) place, count));
        }
        profile.endDistinct();
        used = 0;
        return profile.values() - before >= (long) REPEATS * values;
    }
}
