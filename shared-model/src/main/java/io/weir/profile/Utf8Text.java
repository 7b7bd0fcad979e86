package io.weir.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A slice of UTF-8 as a text that is decoded only when somebody wants it. */
final class Utf8Text implements CharSequence {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHS = 0x8080_8080_8080_8080L;

    private byte[] bytes = {};
    private int start;
    private int length;

    Utf8Text over(byte[] data, int from, int size) {
        bytes = data;
        start = from;
        length = size;
        return this;
    }

    /** Code points of a slice. */
    static int characters(byte[] bytes, int start, int length) {
        int at = start;
        int end = start + length;
        int continued = 0;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long word = (long) WORDS.get(bytes, at);
            // Bytes 10xxxxxx continue a character: the high bit is set, the one below isn't.
            continued += Long.bitCount(word & ~(word << 1) & HIGHS);
        }
        for (; at < end; at++) {
            continued += (bytes[at] & 0xc0) == 0x80 ? 1 : 0;
        }
        return length - continued;
    }

    /** A text that may have been cut inside of a character. */
    static String shown(byte[] cut) {
        int end = cut.length;
        while (end > 0 && end > cut.length - 4 && (cut[end - 1] & 0xc0) == 0x80) {
            end--;
        }
        boolean whole = end == cut.length
                ? end == 0 || cut[end - 1] >= 0
                : cut.length - end == Integer.numberOfLeadingZeros(~(cut[end - 1] << 24)) - 1;
        return new String(cut, 0, whole ? cut.length : Math.max(0, end - 1), StandardCharsets.UTF_8);
    }

    @Override
    public int length() {
        return toString().length();
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return toString().subSequence(from, to);
    }

    @Override
    public String toString() {
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }
}
