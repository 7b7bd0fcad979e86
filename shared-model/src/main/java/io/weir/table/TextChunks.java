package io.weir.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;

/** Reads text in pieces of whole records. Not safe for use by two threads at once. */
final class TextChunks implements Closeable {
    /** Bytes of one piece: with its cells it fits into a core's second-level cache. */
    static final int CHUNK = 1 << 18;

    private final String file;
    private final InputStream in;
    private final RecordScan scan;
    private final Limits limits;
    private byte[] carried;
    private boolean ended;
    private long rows;

    /** Text whose first bytes, {@code head}, have been taken from the stream already. */
    TextChunks(String file, InputStream in, byte[] head, RecordScan scan, Limits limits) {
        this.file = file;
        this.in = in;
        this.carried = head;
        this.scan = scan;
        this.limits = limits;
    }

    /** Fills the batch's buffer with the next whole records. Returns their bytes, or -1 at the end. */
    int fill(Batch batch) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading " + file + " was stopped");
        }
        byte[] buffer = roomFor(batch.buffer(), Math.max(CHUNK, carried.length));
        System.arraycopy(carried, 0, buffer, 0, carried.length);
        int length = carried.length;
        while (true) {
            length = readFully(buffer, length);
            scan.scan(buffer, 0, length, ended);
            if (scan.open() && ended) {
                throw TableException.inRow(
                        file, rows + scan.rows() + 1, "a quote is opened and never closed; is the dialect right?");
            }
            if (scan.end() > 0 || ended) {
                break;
            }
            buffer = Arrays.copyOf(buffer, grown(buffer.length));
        }
        batch.setBuffer(buffer);
        carried = Arrays.copyOfRange(buffer, scan.end(), length);
        return scan.end() == 0 ? -1 : scan.end();
    }

    /** Records of the last piece. */
    int rowsInPiece() {
        return scan.rows();
    }

    /** Number of the first record of the last piece, from 1. */
    long takeRowNumber() {
        long first = rows + 1;
        rows += scan.rows();
        return first;
    }

    private int readFully(byte[] buffer, int from) throws IOException {
        int length = from;
        while (length < buffer.length && !ended) {
            int read = in.read(buffer, length, buffer.length - length);
            ended = read < 0;
            length += Math.max(read, 0);
        }
        return length;
    }

    private int grown(int size) throws TableException {
        if (size >= limits.maxRowBytes()) {
            throw TableException.inRow(
                    file,
                    rows + 1,
                    "is longer than the limit of " + limits.maxRowBytes()
                            + " bytes; is a quote unclosed, or is this another format?");
        }
        return (int) Math.min(2L * size, Math.max(limits.maxRowBytes(), size + 1L));
    }

    private static byte[] roomFor(byte[] buffer, int size) {
        // A buffer that grew for one long row is let go, so that memory follows the ordinary rows.
        return buffer.length >= size && buffer.length <= 2 * size ? buffer : new byte[size];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
