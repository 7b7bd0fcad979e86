package io.weir.validation;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All keys of a table, exactly, in bounded memory: entries are dealt to {@value #PARTITIONS} partitions by their hash, kept in
 * small buffers, and appended to one temporary file as these fill. At the end each partition is read back by itself, and
 * entries of one key lie together.
 *
 * <p>Two keys are one if their 128-bit hashes (xxh3) are: among 10^9 different keys two are taken for one with a probability of
 * 10^-21. Memory: {@value #PARTITIONS} buffers of {@value #BUFFER} bytes, and one partition at the end. Disk: about 40
 * bytes and the key a row. Safe for use by many threads.
 */
final class KeyStore implements Closeable {
    private static final int PARTITIONS = 256;
    private static final int BUFFER = 32 << 10;
    private static final int MAX_TEXT = 200;
    /** Bytes of an entry without its text. */
    private static final int FIXED = 3 * Long.BYTES + Integer.BYTES + Short.BYTES;

    private static final Hasher128 HASHER = Hashing.xxh3_128();

    private final Path folder;
    private final long maxBytes;
    private final List<ByteArrayOutputStream> buffers = new ArrayList<>();
    private final List<List<long[]>> blocks = new ArrayList<>();
    private @Nullable Path path;
    private @Nullable FileChannel spill;
    private long spilled;

    /**
     * An empty store.
     *
     * @param folder for the temporary file
     * @param maxBytes most bytes of it
     */
    KeyStore(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        for (int i = 0; i < PARTITIONS; i++) {
            buffers.add(new ByteArrayOutputStream());
            blocks.add(new ArrayList<>());
        }
    }

    /**
     * A key and where it was.
     *
     * @param high half of its hash
     * @param low other half
     * @param file number of the file, negative for one that is only looked up in
     * @param row row in the file
     * @param text what it says, cut
     */
    record Entry(long high, long low, int file, long row, String text) {
        boolean sameKey(Entry other) {
            return high == other.high && low == other.low;
        }
    }

    /** Asked about all entries of one key, in the order of the data. */
    interface Group {
        void accept(List<Entry> entries) throws IOException;
    }

    /** Adds the key of a row. */
    void add(RowKey key, int file, long row) throws IOException {
        HashValue128 hash = HASHER.hashBytesTo128Bits(key.key(), 0, key.keyLength());
        int shown = Math.min(key.shownLength(), MAX_TEXT);
        ByteBuffer entry = ByteBuffer.allocate(FIXED + shown)
                .putLong(hash.getMostSignificantBits())
                .putLong(hash.getLeastSignificantBits())
                .putInt(file)
                .putLong(row)
                .putShort((short) shown)
                .put(key.shown(), 0, shown);
        append((int) (hash.getMostSignificantBits() >>> 56), entry.array());
    }

    private synchronized void append(int partition, byte[] entry) throws IOException {
        ByteArrayOutputStream buffer = buffers.get(partition);
        buffer.writeBytes(entry);
        if (buffer.size() >= BUFFER) {
            ByteBuffer bytes = ByteBuffer.wrap(buffer.toByteArray());
            buffer.reset();
            if (spilled + bytes.remaining() > maxBytes) {
                throw new IOException(
                        "keys need more than " + maxBytes + " bytes in the temporary folder; raise the disk"
                                + " limit, or check uniqueness of fewer columns");
            }
            blocks.get(partition).add(new long[] {spilled, bytes.remaining()});
            FileChannel channel = channel();
            while (bytes.hasRemaining()) {
                spilled += channel.write(bytes, spilled);
            }
        }
    }

    private FileChannel channel() throws IOException {
        FileChannel open = spill;
        if (open == null) {
            path = Files.createTempFile(folder, "weir-keys", ".bin");
            open = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            spill = open;
        }
        return open;
    }

    /** Hands out all keys, each with all its entries. */
    synchronized void forEachKey(Group group) throws IOException {
        Comparator<Entry> order = Comparator.comparingLong(Entry::high)
                .thenComparingLong(Entry::low)
                .thenComparingInt(Entry::file)
                .thenComparingLong(Entry::row);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            List<Entry> entries = read(partition);
            entries.sort(order);
            int start = 0;
            for (int i = 1; i <= entries.size(); i++) {
                if (i == entries.size() || !entries.get(i).sameKey(entries.get(start))) {
                    group.accept(entries.subList(start, i));
                    start = i;
                }
            }
        }
    }

    private List<Entry> read(int partition) throws IOException {
        List<Entry> entries = new ArrayList<>();
        FileChannel channel = spill;
        if (channel != null) {
            for (long[] block : blocks.get(partition)) {
                ByteBuffer bytes = ByteBuffer.allocate((int) block[1]);
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes, block[0] + bytes.position()) < 0) {
                        throw new IOException("'" + path + "' ends early; was it changed?");
                    }
                }
                readAll(bytes.flip(), entries);
            }
        }
        readAll(ByteBuffer.wrap(buffers.get(partition).toByteArray()), entries);
        return entries;
    }

    private static void readAll(ByteBuffer bytes, List<Entry> entries) {
        while (bytes.hasRemaining()) {
            long high = bytes.getLong();
            long low = bytes.getLong();
            int file = bytes.getInt();
            long row = bytes.getLong();
            byte[] text = new byte[bytes.getShort()];
            bytes.get(text);
            entries.add(new Entry(high, low, file, row, new String(text, StandardCharsets.UTF_8)));
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (spill != null) {
            spill.close();
        }
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }
}
