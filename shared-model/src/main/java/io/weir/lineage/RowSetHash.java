package io.weir.lineage;

import io.weir.table.Batch;
import io.weir.table.Cells;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A hash of a table that doesn't depend on the order of its rows, nor on how they lie in files and batches.
 *
 * <p>Each row's cells are written in the columns' order, each with its kind and length before it, and hashed by SHA-256;
 * the hashes are added up as numbers modulo 2^256, so that a row that comes twice counts twice. The hash of the column
 * names, the number of rows and that sum is the table's. Parts that threads made are {@link #merge merged}.
 *
 * <p>Two different tables have the same hash with a probability of at most 2^-192 as long as SHA-256 behaves like a random
 * function and nobody chose the rows to that end: 2^-256 for sets of rows, and as much less as rows are repeated (an even
 * difference of multiplicities loses a bit, one that 2^64 divides can't be counted). Someone who may choose thousands of
 * rows can make two sets collide (Wagner, "A Generalized Birthday Problem", CRYPTO 2002): against tampering take a
 * {@link FileTree}. Method: Clarke, Devadas, van Dijk, Gassend, Suh, "Incremental Multiset Hash Functions" (ASIACRYPT
 * 2003), section 5.
 *
 * <p>A number is the same whether it is held as a whole number or as a decimal one; 5 as text, as in CSV, is another value
 * than 5 as a number, as in Parquet. Memory: one row. Cost: one SHA-256 of the row's bytes. Not thread-safe.
 */
public final class RowSetHash {
    private static final String FORM = "weir-rows-1";
    private static final int FIRST_ROOM = 1_024;
    private static final int WORDS = 8;

    private static final byte MISSING = 0;
    private static final byte TEXT = 1;
    private static final byte WHOLE = 2;
    private static final byte DECIMAL = 3;
    private static final byte TYPED = 4;

    private final MessageDigest digest = Digests.sha256();
    private final byte[] hash = new byte[4 * WORDS];
    /** The sum in base 2^32, the least first. */
    private final long[] sum = new long[WORDS];

    private final List<String> columns;
    private ByteBuffer row = ByteBuffer.allocate(FIRST_ROOM);
    private long rows;

    /** Of no rows with these columns, whose order matters. */
    public RowSetHash(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * Adds all rows of a batch.
     *
     * @throws IllegalArgumentException if its columns are others
     */
    public void add(Batch batch) {
        if (!batch.names().equals(columns)) {
            throw new IllegalArgumentException("a batch of " + batch.file() + " has the columns " + batch.names()
                    + ", the hash is of " + columns + "; hash data of one form only");
        }
        for (int i = 0; i < batch.rows(); i++) {
            row.clear();
            for (int column = 0; column < columns.size(); column++) {
                put(batch.column(column), i);
            }
            addRow();
        }
    }

    private void put(Cells cells, int at) {
        if (cells.isMissing(at)) {
            room(1).put(MISSING);
            return;
        }
        switch (cells.type()) {
            case TEXT -> {
                int length = cells.length(at);
                room(1 + Integer.BYTES + length).put(TEXT).putInt(length).put(cells.bytes(), cells.start(at), length);
            }
            case INTEGER -> room(1 + Long.BYTES).put(WHOLE).putLong(cells.longAt(at));
            case DECIMAL -> putDecimal(cells.doubleAt(at));
            default -> room(2 + Long.BYTES).put(TYPED).put(kind(cells.type())).putLong(cells.longAt(at));
        }
    }

    /** Not the constant's place in its enumeration, which could change. */
    private static byte kind(Cells.Type type) {
        return switch (type) {
            case BOOLEAN -> 'b';
            case DATE -> 'd';
            case TIMESTAMP -> 't';
            default -> throw new IllegalArgumentException("no kind of its own: " + type);
        };
    }

    private void putDecimal(double value) {
        long whole = (long) value;
        if (whole == value && whole != Long.MAX_VALUE) {
            room(1 + Long.BYTES).put(WHOLE).putLong(whole);
        } else {
            room(1 + Long.BYTES).put(DECIMAL).putLong(Double.doubleToLongBits(value));
        }
    }

    private ByteBuffer room(int bytes) {
        if (row.remaining() < bytes) {
            int needed = Math.addExact(row.position(), bytes);
            byte[] larger = Arrays.copyOf(row.array(), (int) Math.min(Integer.MAX_VALUE - 8L, 2L * needed));
            row = ByteBuffer.wrap(larger).position(row.position());
        }
        return row;
    }

    private void addRow() {
        digest.update(row.array(), 0, row.position());
        try {
            digest.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        long carry = 0;
        for (int word = 0; word < WORDS; word++) {
            int at = 4 * word;
            long part = (hash[at] & 0xffL)
                    | (hash[at + 1] & 0xffL) << 8
                    | (hash[at + 2] & 0xffL) << 16
                    | (hash[at + 3] & 0xffL) << 24;
            carry += sum[word] + part;
            sum[word] = carry & 0xffff_ffffL;
            carry >>>= 32;
        }
        rows++;
    }

    /**
     * Adds what the other one hashed; it stays as it is.
     *
     * @throws IllegalArgumentException if its columns are others
     */
    public void merge(RowSetHash other) {
        if (!other.columns.equals(columns)) {
            throw new IllegalArgumentException(
                    "cannot merge the hash of the columns " + other.columns + " into that of " + columns);
        }
        long carry = 0;
        for (int word = 0; word < WORDS; word++) {
            carry += sum[word] + other.sum[word];
            sum[word] = carry & 0xffff_ffffL;
            carry >>>= 32;
        }
        rows += other.rows;
    }

    /** How many rows were added. */
    public long rows() {
        return rows;
    }

    /** The hash so far: {@code weir-rows-1:} and 64 hexadecimal digits. */
    public String value() {
        MessageDigest whole = Digests.sha256();
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
        whole.update(FORM.getBytes(StandardCharsets.UTF_8));
        whole.update(number.putLong(0, columns.size()).array());
        for (String column : columns) {
            byte[] name = column.getBytes(StandardCharsets.UTF_8);
            whole.update(number.putLong(0, name.length).array());
            whole.update(name);
        }
        whole.update(number.putLong(0, rows).array());
        for (long word : sum) {
            whole.update(number.putLong(0, word).array());
        }
        return FORM + ":" + HexFormat.of().formatHex(whole.digest());
    }

    /** The sum itself, for tests of the arithmetic. */
    BigInteger sum() {
        BigInteger total = BigInteger.ZERO;
        for (int word = WORDS - 1; word >= 0; word--) {
            total = total.shiftLeft(32).add(BigInteger.valueOf(sum[word]));
        }
        return total;
    }
}
