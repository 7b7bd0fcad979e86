package io.weir.profile;

import io.weir.sketch.Moments;
import io.weir.sketch.TopValues;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lengths, shapes and range of texts. */
public final class TextSummary {
    /** Patterns that are told apart; free text has as many as values, and then only the frequent ones count. */
    static final int PATTERNS = 64;

    /** Of the first and last text so many bytes are kept. */
    private static final int KEPT = 128;

    private final Moments lengths;
    private final TopValues patterns;
    private byte @Nullable [] first;
    private byte @Nullable [] last;

    TextSummary() {
        this(new Moments(), TopValues.create(PATTERNS), null, null);
    }

    private TextSummary(Moments lengths, TopValues patterns, byte @Nullable [] first, byte @Nullable [] last) {
        this.lengths = lengths;
        this.patterns = patterns;
        this.first = first;
        this.last = last;
    }

    /** Lengths in characters (code points). */
    public Moments lengths() {
        return lengths;
    }

    /** Shapes of the texts, see {@link Shape}; empty if the column is masked. */
    public TopValues patterns() {
        return patterns;
    }

    /** The first text in the order of code points, cut to {@value #KEPT} bytes; null if masked or none. */
    public @Nullable String first() {
        return first == null ? null : Utf8Text.shown(first);
    }

    /** The last text in the order of code points, cut to {@value #KEPT} bytes; null if masked or none. */
    public @Nullable String last() {
        return last == null ? null : Utf8Text.shown(last);
    }

    void addLength(int length, long times) {
        lengths.add(length, times);
    }

    void addValue(byte[] bytes, int start, int length) {
        int kept = Math.min(length, KEPT);
        if (first == null || Arrays.compareUnsigned(bytes, start, start + kept, first, 0, first.length) < 0) {
            first = Arrays.copyOfRange(bytes, start, start + kept);
        }
        if (last == null || Arrays.compareUnsigned(bytes, start, start + kept, last, 0, last.length) > 0) {
            last = Arrays.copyOfRange(bytes, start, start + kept);
        }
    }

    void merge(TextSummary other) {
        lengths.merge(other.lengths);
        patterns.merge(other.patterns);
        if (other.first != null) {
            addValue(other.first, 0, other.first.length);
        }
        if (other.last != null) {
            addValue(other.last, 0, other.last.length);
        }
    }

    TextSummary copy() {
        TextSummary copied = new TextSummary();
        copied.merge(this);
        return copied;
    }

    void writeTo(DataOutput out) throws IOException {
        lengths.writeTo(out);
        patterns.writeTo(out);
        out.writeBoolean(first != null);
        if (first != null && last != null) {
            out.writeByte(first.length);
            out.write(first);
            out.writeByte(last.length);
            out.write(last);
        }
    }

    static TextSummary readFrom(DataInput in) throws IOException {
        Moments lengths = Moments.readFrom(in);
        TopValues patterns = TopValues.readFrom(in);
        if (!in.readBoolean()) {
            return new TextSummary(lengths, patterns, null, null);
        }
        return new TextSummary(lengths, patterns, bytes(in), bytes(in));
    }

    private static byte[] bytes(DataInput in) throws IOException {
        byte[] read = new byte[in.readUnsignedByte()];
        in.readFully(read);
        return read;
    }
}
