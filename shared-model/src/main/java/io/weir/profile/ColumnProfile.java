package io.weir.profile;

import io.weir.sketch.DistinctSketch;
import io.weir.sketch.Hashing;
import io.weir.sketch.TopValues;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one column looks like. Counts are exact; the other statistics are within the errors that their sketches state. Made by
 * {@link Profiler}, stored and merged with its {@link DatasetProfile}; callers only read.
 */
public final class ColumnProfile {
    private static final long EMPTY_HASH = Hashing.hash("");
    private static final double EXACT = 1L << 53;

    private final String name;
    private final ColumnSettings settings;
    private final long[] kinds = new long[ValueKind.COUNT];
    private long missing;
    private long empty;
    private long nan;
    private DistinctSketch distinct = new DistinctSketch();
    private TopValues top;
    private @Nullable NumberSummary numbers;
    private @Nullable NumberSummary times;
    private @Nullable TextSummary texts;

    private boolean dropping;
    private long dropped;
    private final Utf8Text text = new Utf8Text();
    private final TypedValue typedValue = new TypedValue();
    private final byte[] shape = new byte[Shape.MOST + 3];

    ColumnProfile(String name, ColumnSettings settings) {
        this.name = name;
        this.settings = settings;
        this.top = TopValues.create(settings.topCapacity());
    }

    /** The column's name. */
    public String name() {
        return name;
    }

    /** Whether no value of the column is stored: neither frequent values nor numbers, ranges and patterns. */
    public boolean masked() {
        return settings.masked();
    }

    /** What the values are, taken together. */
    public ColumnType type() {
        return ColumnType.of(kinds);
    }

    /** How many values are of a kind; empty texts are of none. */
    public long count(ValueKind kind) {
        return kinds[kind.ordinal()];
    }

    /** Rows without a value. */
    public long missing() {
        return missing;
    }

    /** Texts without a character. */
    public long empty() {
        return empty;
    }

    /** Numbers that say "NaN". */
    public long nan() {
        return nan;
    }

    /** Infinite numbers, of either sign. */
    public long infinite() {
        return numbers == null ? 0 : numbers.moments().infinite();
    }

    /** Rows with a value, empty texts included. */
    public long values() {
        long all = empty;
        for (long each : kinds) {
            all += each;
        }
        return all;
    }

    /** All rows. */
    public long rows() {
        return values() + missing;
    }

    /** How many different values there are; numbers are the same if they are equal, whatever their spelling. */
    public DistinctSketch distinct() {
        return distinct;
    }

    /** The most frequent values; empty if masked. Numbers are hashed by value, see {@link #distinct}. */
    public TopValues top() {
        return top;
    }

    /** The column's numbers, or null if there are none or the column is masked. */
    public @Nullable NumberSummary numbers() {
        return numbers;
    }

    /** The column's times as milliseconds since 1970 in UTC, or null if there are none or the column is masked. */
    public @Nullable NumberSummary times() {
        return times;
    }

    /** The column's texts that are of no other kind, or null if there are none. */
    public @Nullable TextSummary texts() {
        return texts;
    }

    ColumnSettings settings() {
        return settings;
    }

    void addMissing(long rows) {
        missing += rows;
    }

    /** Adds a text that was read as {@code kind}; see {@link ValueCache.Visitor}. */
    void addText(ValueKind kind, double number, byte[] bytes, int start, int length, int count) {
        if (length == 0) {
            empty += count;
            addValue("", EMPTY_HASH, count);
            return;
        }
        kinds[kind.ordinal()] += count;
        addNumber(kind, number, count);
        if (kind == ValueKind.TEXT) {
            addPlainText(bytes, start, length, count);
        }
        addValue(text.over(bytes, start, length), hash(kind, number, bytes, start, length), count);
    }

    /** Adds a value of a typed format; see {@link TypedValue}. */
    void addTyped(ValueKind kind, double number, long bits, int count) {
        kinds[kind.ordinal()] += count;
        addNumber(kind, number, count);
        TypedValue value = typedValue.of(kind, bits);
        addValue(value, value.hash(), count);
    }

    private void addValue(CharSequence value, long hash, int count) {
        distinct.add(hash);
        if (dropping) {
            // Misra and Gries take one off each of many different values: most of these came once and need no look.
            dropped++;
            if (count > 1) {
                top.add(value, hash, count - 1L);
            }
        } else if (!settings.masked()) {
            top.add(value, hash, count);
        }
    }

    /**
     * Says that the next {@code values} values to be added are all different. If they are many, and frequent values are
     * approximate anyway, those that came once are left out of them; {@link #endDistinct} accounts for it.
     */
    void beginDistinct(int values) {
        dropping = !settings.masked() && values > settings.topCapacity() && top.maxOvercount() > 0;
        dropped = 0;
    }

    void endDistinct() {
        if (dropping) {
            top.addRare(dropped, 1);
            dropping = false;
        }
    }

    private static long hash(ValueKind kind, double number, byte[] bytes, int start, int length) {
        if (kind == ValueKind.DECIMAL || (kind == ValueKind.INTEGER && Math.abs(number) < EXACT)) {
            return Hashing.hash(number);
        }
        return kind == ValueKind.INTEGER
                ? Hashing.hash(ValueReader.integer(bytes, start, length))
                : Hashing.hashUtf8(bytes, start, length);
    }

    private void addNumber(ValueKind kind, double number, int count) {
        if (kind == ValueKind.INTEGER || kind == ValueKind.DECIMAL) {
            if (Double.isNaN(number)) {
                nan += count;
            } else if (!settings.masked()) {
                if (numbers == null) {
                    numbers = NumberSummary.create(settings.k(), settings.seed());
                }
                numbers.add(number, count);
            }
        } else if ((kind == ValueKind.DATE || kind == ValueKind.TIMESTAMP) && !settings.masked()) {
            if (times == null) {
                times = NumberSummary.create(settings.k(), settings.seed());
            }
            times.add(number, count);
        }
    }

    private void addPlainText(byte[] bytes, int start, int length, int count) {
        if (texts == null) {
            texts = new TextSummary();
        }
        texts.addLength(Utf8Text.characters(bytes, start, length), count);
        if (settings.masked()) {
            return;
        }
        texts.addValue(bytes, start, length);
        int written = Shape.ofAscii(bytes, start, length, shape);
        if (written >= 0) {
            texts.patterns().add(text.over(shape, 0, written), Hashing.hashUtf8(shape, 0, written), count);
        } else {
            String own = Shape.of(text.over(bytes, start, length).toString());
            texts.patterns().add(own, Hashing.hash(own), count);
        }
    }

    /** Adds what the other one saw, which must be a column of the same name; the other stays as it is. */
    void merge(ColumnProfile other) {
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] += other.kinds[i];
        }
        missing += other.missing;
        empty += other.empty;
        nan += other.nan;
        distinct.merge(other.distinct);
        top.merge(other.top);
        numbers = merged(numbers, other.numbers);
        times = merged(times, other.times);
        if (texts == null) {
            texts = other.texts == null ? null : other.texts.copy();
        } else if (other.texts != null) {
            texts.merge(other.texts);
        }
    }

    private static @Nullable NumberSummary merged(@Nullable NumberSummary mine, @Nullable NumberSummary other) {
        if (mine == null) {
            return other == null ? null : other.copy();
        }
        if (other != null) {
            mine.merge(other);
        }
        return mine;
    }

    /** Sets the counts, for {@link ProfileBinary}. */
    void restore(long[] counts, DistinctSketch distinctValues, TopValues topValues) {
        System.arraycopy(counts, 0, kinds, 0, kinds.length);
        missing = counts[kinds.length];
        empty = counts[kinds.length + 1];
        nan = counts[kinds.length + 2];
        distinct = distinctValues;
        top = topValues;
    }

    /** Sets the summaries, for {@link ProfileBinary}. */
    void restore(@Nullable NumberSummary ofNumbers, @Nullable NumberSummary ofTimes, @Nullable TextSummary ofTexts) {
        numbers = ofNumbers;
        times = ofTimes;
        texts = ofTexts;
    }

    /** What {@link #restore(long[], DistinctSketch, TopValues)} takes. */
    long[] counts() {
        long[] counts = Arrays.copyOf(kinds, kinds.length + 3);
        counts[kinds.length] = missing;
        counts[kinds.length + 1] = empty;
        counts[kinds.length + 2] = nan;
        return counts;
    }
}
