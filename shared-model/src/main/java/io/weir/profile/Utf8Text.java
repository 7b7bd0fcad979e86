package io.weir.profile;

import java.nio.charset.StandardCharsets;

/** A slice of UTF-8 as a text that is decoded only when somebody wants it. */
final class Utf8Text implements CharSequence {
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
        int count = 0;
        for (int i = start; i < start + length; i++) {
            // Continuation bytes 10xxxxxx don't begin a character.
            count += (bytes[i] & 0xc0) != 0x80 ? 1 : 0;
        }
        return count;
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
