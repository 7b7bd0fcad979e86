package io.weir.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The most frequent values of a stream of texts, each with how often it came at least and at most; parts merge to the
 * whole.
 *
 * <p>Exact as long as no more than twice the capacity of distinct values came. Beyond, no count is off by more than
 * {@link #maxOvercount}, which is at most the stream's total weight divided by the capacity plus one; so every value that
 * came more often than that is in the sketch, whatever the order of arrival and of merging.
 *
 * <p>Cost: one look into a hash table; a value that is not frequent makes no garbage, because its text is taken only when
 * it comes a second time, once counts have become approximate. Memory: at most twice the capacity of entries with texts
 * of at most {@value #MOST_CHARACTERS} characters. Two texts with the same 64-bit hash are taken for the same.
 *
 * <p>Method: Misra and Gries, "Finding repeated elements" (1982), with the merge of Agarwal, Cormode, Huang, Phillips,
 * Wei, Yi, "Mergeable Summaries" (PODS 2012), and many decrements at once, as Anderson et al., "A High-Performance
 * Algorithm for Identifying Frequent Items in Data Streams" (IMC 2017). Layout: {@link TopValuesFormat}.
 */
public final class TopValues {
    /** Of a longer text the beginning is kept, and an ellipsis; it is still told apart by its whole hash. */
    public static final int MOST_CHARACTERS = 256;

    /** Entries of a table that takes some hundred MB at worst. */
    public static final int MOST_CAPACITY = 65_536;

    private final int capacity;
    private final Counters counters;
    private long total;
    private long overcount;

    TopValues(int capacity, Counters counters, long total, long overcount) {
        this.capacity = capacity;
        this.counters = counters;
        this.total = total;
        this.overcount = overcount;
    }

    /**
     * A value and how often it came: at most {@code count}, at least {@code count - maxOvercount}.
     *
     * @param value its text, cut to {@value #MOST_CHARACTERS} characters
     * @param count never less than the truth
     * @param maxOvercount how much {@code count} can be too large; 0 if it is exact
     */
    public record Entry(String value, long count, long maxOvercount) {}

    /**
     * An empty sketch.
     *
     * @param capacity how many values are surely told apart, from 1 to {@value #MOST_CAPACITY}
     * @throws IllegalArgumentException if {@code capacity} is out of range
     */
    public static TopValues create(int capacity) {
        if (capacity < 1 || capacity > MOST_CAPACITY) {
            throw new IllegalArgumentException("capacity is " + capacity + ", must be from 1 to " + MOST_CAPACITY);
        }
        return new TopValues(capacity, new Counters(), 0, 0);
    }

    /** Adds a value once. */
    public void add(CharSequence value) {
        add(value, Hashing.hash(value), 1);
    }

    /** Adds a value {@code weight} times. */
    public void add(CharSequence value, long weight) {
        add(value, Hashing.hash(value), weight);
    }

    /**
     * Adds a value whose hash is at hand; the text is copied only if it is needed.
     *
     * @param hash64 {@link Hashing#hash(CharSequence)} of the value
     * @throws IllegalArgumentException if {@code weight} is negative
     * @throws ArithmeticException if the total weight passes 2^63 - 1
     */
    public void add(CharSequence value, long hash64, long weight) {
        if (weight < 0) {
            throw new IllegalArgumentException("weight is " + weight + ", must be 0 or more");
        }
        if (weight == 0) {
            return;
        }
        total = Math.addExact(total, weight);
        boolean known = counters.add(hash64, weight);
        if (counters.lacksText() && (known || weight > 1 || overcount == 0)) {
            counters.text(shortened(value));
        }
        if (counters.size() > 2 * capacity) {
            overcount += counters.keep(capacity);
        }
    }

    /**
     * Adds values that came so rarely that they need not be told apart: more of them at once than the capacity, each at most
     * {@code most} times. It is what the sketch itself would do with them, without looking at each.
     *
     * @param weight how often all of them came together
     * @param most how often each came at most; every count can be too large by as much
     * @throws IllegalArgumentException if they are too few for the bound of {@link #maxOvercount}
     */
    public void addRare(long weight, long most) {
        if (most < 0 || weight / (capacity + 1L) < most) {
            throw new IllegalArgumentException("the weight of rare values is " + weight + ", must be at least "
                    + (capacity + 1L) + " times " + most);
        }
        total = Math.addExact(total, weight);
        overcount += most;
    }

    private static String shortened(CharSequence value) {
        if (value.length() <= MOST_CHARACTERS) {
            return value.toString();
        }
        int end = MOST_CHARACTERS - 1;
        if (Character.isHighSurrogate(value.charAt(end - 1))) {
            end--;
        }
        return value.subSequence(0, end) + "…";
    }

    /**
     * Adds what the other one saw; it stays as it is. The overcounts add up, and so do the total weights that bound them.
     *
     * @throws ArithmeticException if the total weight passes 2^63 - 1
     */
    public void merge(TopValues other) {
        total = Math.addExact(total, other.total);
        overcount += other.overcount;
        counters.addAll(other.counters);
        if (counters.size() > 2 * capacity) {
            overcount += counters.keep(capacity);
        }
    }

    /** The weight of all values added. */
    public long total() {
        return total;
    }

    /** How much a count can be too large, and how often a value that isn't listed can have come; 0 while exact. */
    public long maxOvercount() {
        return overcount;
    }

    /** At most so many values, the most frequent first, equally frequent ones in the order of their texts. */
    public List<Entry> top(int most) {
        List<Entry> entries = new ArrayList<>();
        counters.forEach((hash, count, text) -> {
            if (text != null) {
                entries.add(new Entry(text, count + overcount, overcount));
            }
        });
        entries.sort(Comparator.comparingLong(Entry::count).reversed().thenComparing(Entry::value));
        return List.copyOf(entries.subList(0, Math.min(Math.max(0, most), entries.size())));
    }

    /** An estimate of the heap that this sketch holds, in bytes. */
    public long ramBytesUsed() {
        return 40 + counters.ramBytesUsed();
    }

    /** Writes the sketch as {@link TopValuesFormat} draws it. */
    public void writeTo(DataOutput out) throws IOException {
        TopValuesFormat.write(capacity, total, overcount, counters, out);
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws MalformedSketchException if it is something else, damaged or cut short
     */
    public static TopValues readFrom(DataInput in) throws IOException {
        return TopValuesFormat.read(in);
    }

    /** Takes a counter. */
    @FunctionalInterface
    interface Visitor {
        /** The text is null if it isn't known yet. */
        void visit(long hash, long count, @Nullable String text);
    }
}
