package io.weir.table;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads a page's bytes one after the other, and never beyond their end. */
final class PageCursor {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private int at;

    PageCursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** More bytes are needed than there are. */
    static final class EndException extends IOException {
        private static final long serialVersionUID = 1L;

        private EndException() {
            super("its bytes end before all values are there");
        }
    }

    /** Where the next byte is. */
    int at() {
        return at;
    }

    /** Bytes that are left. */
    int left() {
        return end - at;
    }

    int next() throws EndException {
        if (at >= end) {
            throw new EndException();
        }
        return bytes[at++] & 0xff;
    }

    void pass(long count) throws EndException {
        if (count < 0 || count > end - at) {
            throw new EndException();
        }
        at += (int) count;
    }

    /** A number in groups of seven bits, the lowest first. */
    long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = next();
            value |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("a number has more than 64 bits");
    }

    /** A number whose sign is its lowest bit. */
    long zigzag() throws IOException {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    /** The eight bytes from a place on, the lowest first; those beyond the array are 0. */
    static long word(byte[] bytes, int from) {
        if (from + Long.BYTES <= bytes.length) {
            return (long) WORDS.get(bytes, from);
        }
        long word = 0;
        for (int i = from; i < bytes.length; i++) {
            word |= (bytes[i] & 0xffL) << 8 * (i - from);
        }
        return word;
    }
}
