package io.weir.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;

/**
 * The bytes of a {@link KllSketch}, big-endian.
 *
 * <pre>
 *  0      version, 1
 *  1  2   k, unsigned
 *  3  8   seed
 * 11  8   state of the random bits
 * 19  8   count
 * 27  8   variance of the rank error, a double
 * 35  8   last coin of each level, one bit each
 * 43  8   whether the level's next coin is the opposite, one bit each
 * 51  8   smallest value    (51 and 59 only if count > 0)
 * 59  8   largest value
 * 67  1   levels, from 1 to 61
 * 68      of each level, lowest first: its size (4 bytes), then so many doubles, ascending; each stands for
 *         2^level values
 *         size of what no level has yet (4 bytes, less than 256), then so many doubles in order of arrival
 * </pre>
 *
 * A sketch is accepted only if its weights add up to its count, its levels fit into its capacity, and its numbers are in
 * order and between smallest and largest. Nothing is allocated by a length that was not checked.
 */
final class KllFormat {
    private static final int VERSION = 1;

    private KllFormat() {}

    static void write(int k, long seed, RandomBits random, Levels levels, Intake intake, DataOutput out)
            throws IOException {
        out.writeByte(VERSION);
        out.writeShort(k);
        out.writeLong(seed);
        out.writeLong(random.state());
        out.writeLong(intake.count());
        out.writeDouble(levels.variance());
        out.writeLong(levels.lastCoins());
        out.writeLong(levels.paired());
        if (intake.count() > 0) {
            out.writeDouble(Keys.number(intake.least()));
            out.writeDouble(Keys.number(intake.most()));
        }
        out.writeByte(levels.top() + 1);
        for (int h = 0; h <= levels.top(); h++) {
            writeKeys(levels.sortedKeys(h), levels.size(h), out);
        }
        long[] pending = intake.pending();
        writeKeys(pending, pending.length, out);
    }

    private static void writeKeys(long[] keys, int size, DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeDouble(Keys.number(keys[i]));
        }
    }

    static KllSketch read(DataInput in) throws IOException {
        try {
            return readWhole(in);
        } catch (EOFException e) {
            MalformedSketchException cut = new MalformedSketchException("the quantile sketch is cut short");
            cut.initCause(e);
            throw cut;
        }
    }

    private static KllSketch readWhole(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        check(version == VERSION, "version", version, "this Weir reads version " + VERSION);
        int k = in.readUnsignedShort();
        check(k >= KllSketch.LEAST_K, "k", k, "must be at least " + KllSketch.LEAST_K);
        long seed = in.readLong();
        RandomBits random = new RandomBits(in.readLong());
        long count = in.readLong();
        check(count >= 0 && count <= Intake.MOST_COUNT, "count", count, "must be from 0 to 2^61");
        double variance = in.readDouble();
        check(variance >= 0 && variance < Double.POSITIVE_INFINITY, "variance", variance, "must be 0 or more, finite");
        long coins = in.readLong();
        long paired = in.readLong();
        long least = count > 0 ? readKey(in, Long.MIN_VALUE, Long.MAX_VALUE) : Long.MAX_VALUE;
        long most = count > 0 ? readKey(in, least, Long.MAX_VALUE) : Long.MIN_VALUE;
        Levels levels = new Levels(k, random);
        Intake intake = new Intake(levels, random);
        long settled = readLevels(in, k, levels, least, most);
        intake.restore(settled, least, most);
        readPending(in, intake, least, most);
        check(intake.count() == count, "count", count, "the weights add up to " + intake.count());
        levels.restore(variance, coins, paired);
        return new KllSketch(k, seed, random, levels, intake);
    }

    private static long readLevels(DataInput in, int k, Levels levels, long least, long most) throws IOException {
        int count = in.readUnsignedByte();
        check(count >= 1 && count <= Levels.MOST_LEVELS, "levels", count, "must be from 1 to " + Levels.MOST_LEVELS);
        int room = 0;
        for (int capacity : Levels.capacities(k, count)) {
            room += capacity;
        }
        levels.growTo(count - 1);
        long weight = 0;
        for (int h = 0; h < count; h++) {
            int size = in.readInt();
            check(size >= 0 && size <= room, "size of level " + h, size, "there is room for " + room + " more");
            room -= size;
            long[] keys = new long[size];
            for (int i = 0; i < size; i++) {
                keys[i] = readKey(in, i == 0 ? least : keys[i - 1], most);
            }
            check(size <= (Intake.MOST_COUNT - weight) >> h, "size of level " + h, size, "the count would pass 2^61");
            weight += (long) size << h;
            levels.addRun(h, keys, 0, size);
        }
        return weight;
    }

    private static void readPending(DataInput in, Intake intake, long least, long most) throws IOException {
        int size = in.readInt();
        check(
                size >= 0 && size < Intake.BATCH,
                "size of the pending values",
                size,
                "must be from 0 to " + (Intake.BATCH - 1));
        for (int i = 0; i < size; i++) {
            intake.add(readKey(in, least, most));
        }
    }

    private static long readKey(DataInput in, long least, long most) throws IOException {
        double value = in.readDouble();
        long key = Keys.of(value);
        check(
                !Double.isNaN(value) && key >= least && key <= most,
                "value",
                value,
                "must be a number, ascending in a level, " + "and between smallest and largest");
        return key;
    }

    private static void check(boolean good, String what, Object value, String rule) throws MalformedSketchException {
        if (!good) {
            throw new MalformedSketchException("not a quantile sketch: " + what + " is " + value + "; " + rule);
        }
    }
}
