package io.weir.profile;

import io.weir.sketch.DistinctSketch;
import io.weir.sketch.TopValues;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The binary form of a profile, from which it is read and merged again. Layout, big-endian:
 *
 * <pre>
 * magic          4 bytes  "WPRF"
 * version        1 byte   1
 * rows           8 bytes
 * distinct rows           a {@link DistinctSketch}
 * sample         4 bytes  count and names of its columns (texts), number of rows (4 bytes); for each the row's hash (8) and
 *                         each cell's (8)
 * ragged         8 + 8    rows with too few and too many cells; then a count (1 byte) of examples:
 *                         file (text), row (8), cells (4)
 * skipped        4 bytes  count, then names (texts)
 * columns        4 bytes  count, then for each:
 *   name                  text
 *   masked       1 byte   0 or 1
 *   settings     4 + 4 + 8  capacity of frequent values, k of the quantile sketch, seed
 *   counts       9 x 8    boolean, integer, decimal, date, timestamp, text, missing, empty, NaN
 *   distinct              a {@link DistinctSketch}
 *   top                   a {@link TopValues}
 *   numbers      1 byte   0 or 1; then a {@link io.weir.sketch.KllSketch} and {@link io.weir.sketch.Moments}
 *   times        1 byte   likewise
 *   texts        1 byte   0 or 1; then lengths (Moments), patterns (TopValues), 0 or 1 (1 byte) and,
 *                         if 1, the first and the last text (1 byte length and bytes each)
 * correlations   4 bytes  count n of columns, their names (texts), count and names of those left out,
 *                         then n(n-1)/2 pairs: rows (8), two means, two sums of squares, sum of products (5 x 8)
 * </pre>
 *
 * A text is its length in bytes (4) and UTF-8.
 */
public final class ProfileBinary {
    /** The version that is written; older ones are read, newer ones refused. */
    public static final int VERSION = 1;

    private static final int MAGIC = 0x57505246;
    private static final int MOST_COLUMNS = 65_536;
    private static final int MOST_CORRELATED = 200;
    private static final int MOST_NAME_BYTES = 1 << 16;

    private ProfileBinary() {}

    /** Writes a profile. */
    public static void write(DatasetProfile profile, DataOutput out) throws IOException {
        out.writeInt(MAGIC);
        out.writeByte(VERSION);
        out.writeLong(profile.rows());
        profile.distinctRows().writeTo(out);
        writeNames(profile.sample().columns(), out);
        profile.sample().writeTo(out);
        writeRagged(profile.ragged(), out);
        writeNames(profile.skippedColumns(), out);
        out.writeInt(profile.columns().size());
        for (ColumnProfile column : profile.columns()) {
            writeColumn(column, out);
        }
        writeNames(profile.correlations().columns(), out);
        writeNames(profile.correlations().leftOut(), out);
        for (PairMoments pair : profile.correlations().all()) {
            pair.writeTo(out);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else, damaged, cut short, or of a newer version
     */
    public static DatasetProfile read(DataInput in) throws IOException {
        try {
            return readWhole(in);
        } catch (EOFException e) {
            MalformedProfileException cut = new MalformedProfileException("the profile is cut short");
            cut.initCause(e);
            throw cut;
        }
    }

    private static DatasetProfile readWhole(DataInput in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new MalformedProfileException("not a profile: it doesn't begin with WPRF");
        }
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new MalformedProfileException("the profile's version is " + version + ", this program reads "
                    + VERSION + (version > VERSION ? "; update it" : ""));
        }
        long rows = count(in.readLong(), "rows");
        DistinctSketch distinctRows = DistinctSketch.readFrom(in);
        RowSample sample = RowSample.readFrom(readNames(in, RowSample.MOST_COLUMNS), in);
        RaggedRows ragged = readRagged(in);
        List<String> skipped = readNames(in, MOST_COLUMNS);
        int size = bounded(in.readInt(), MOST_COLUMNS, "columns");
        List<ColumnProfile> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < size; i++) {
            ColumnProfile column = readColumn(in);
            if (!names.add(column.name()) || column.rows() != rows) {
                throw new MalformedProfileException("column '" + column.name() + "' comes twice, or has "
                        + column.rows() + " rows where the profile has " + rows);
            }
            columns.add(column);
        }
        return new DatasetProfile(rows, columns, distinctRows, sample, readCorrelations(in), ragged, skipped);
    }

    private static void writeColumn(ColumnProfile column, DataOutput out) throws IOException {
        ProfileText.write(column.name(), out);
        out.writeBoolean(column.masked());
        out.writeInt(column.settings().topCapacity());
        out.writeInt(column.settings().k());
        out.writeLong(column.settings().seed());
        for (long count : column.counts()) {
            out.writeLong(count);
        }
        column.distinct().writeTo(out);
        column.top().writeTo(out);
        writeNumbers(column.numbers(), out);
        writeNumbers(column.times(), out);
        TextSummary texts = column.texts();
        out.writeBoolean(texts != null);
        if (texts != null) {
            texts.writeTo(out);
        }
    }

    private static ColumnProfile readColumn(DataInput in) throws IOException {
        String name = ProfileText.read(in, MOST_NAME_BYTES);
        boolean masked = in.readBoolean();
        int capacity = in.readInt();
        int k = in.readInt();
        if (capacity < 1 || capacity > TopValues.MOST_CAPACITY) {
            throw new MalformedProfileException("column '" + name + "': capacity is " + capacity
                    + ", must be from 1 to " + TopValues.MOST_CAPACITY);
        }
        ColumnProfile column = new ColumnProfile(name, new ColumnSettings(masked, capacity, k, in.readLong()));
        long[] counts = new long[ValueKind.COUNT + 3];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = count(in.readLong(), "values in column '" + name + "'");
        }
        column.restore(counts, DistinctSketch.readFrom(in), TopValues.readFrom(in));
        NumberSummary numbers = in.readBoolean() ? NumberSummary.readFrom(in) : null;
        NumberSummary times = in.readBoolean() ? NumberSummary.readFrom(in) : null;
        column.restore(numbers, times, in.readBoolean() ? TextSummary.readFrom(in) : null);
        return column;
    }

    private static void writeNumbers(@Nullable NumberSummary numbers, DataOutput out) throws IOException {
        out.writeBoolean(numbers != null);
        if (numbers != null) {
            numbers.writeTo(out);
        }
    }

    private static Correlations readCorrelations(DataInput in) throws IOException {
        List<String> names = readNames(in, MOST_CORRELATED);
        Correlations correlations = new Correlations(names, readNames(in, MOST_COLUMNS));
        for (PairMoments pair : correlations.all()) {
            pair.readFrom(in);
        }
        return correlations;
    }

    private static void writeRagged(RaggedRows ragged, DataOutput out) throws IOException {
        out.writeLong(ragged.shorter());
        out.writeLong(ragged.longer());
        out.writeByte(ragged.examples().size());
        for (RaggedRows.Example each : ragged.examples()) {
            ProfileText.write(each.file(), out);
            out.writeLong(each.row());
            out.writeInt(each.cells());
        }
    }

    private static RaggedRows readRagged(DataInput in) throws IOException {
        long shorter = count(in.readLong(), "short rows");
        long longer = count(in.readLong(), "long rows");
        List<RaggedRows.Example> examples = new ArrayList<>();
        for (int i = in.readUnsignedByte(); i > 0; i--) {
            examples.add(new RaggedRows.Example(ProfileText.read(in, MOST_NAME_BYTES), in.readLong(), in.readInt()));
        }
        return new RaggedRows(shorter, longer, examples);
    }

    private static void writeNames(List<String> names, DataOutput out) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            ProfileText.write(name, out);
        }
    }

    private static List<String> readNames(DataInput in, int most) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = bounded(in.readInt(), most, "names"); i > 0; i--) {
            names.add(ProfileText.read(in, MOST_NAME_BYTES));
        }
        return names;
    }

    private static int bounded(int value, int most, String what) throws MalformedProfileException {
        if (value < 0 || value > most) {
            throw new MalformedProfileException(
                    "the number of " + what + " is " + value + ", must be from 0 to " + most);
        }
        return value;
    }

    private static long count(long value, String what) throws MalformedProfileException {
        if (value < 0 || value > 1L << 60) {
            throw new MalformedProfileException("the number of " + what + " is " + value + ", must be from 0 to 2^60");
        }
        return value;
    }
}
