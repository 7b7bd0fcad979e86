package io.weir.sketch;

import java.nio.charset.StandardCharsets;

/**
 * Hashes of 64 bits that are the same on every machine, in every version and in both hosts, for what is counted by
 * {@link DistinctSketch} and {@link TopValues}.
 *
 * <p>A text's hash is that of its UTF-16 code units, however it is held: as characters, in an array, or encoded as UTF-8.
 * Four of them make a word, little end first, the last word is filled with zeros; two words at a time are folded by the
 * full product of 64-bit numbers as wyhash does (Wang Yi, 2019, public domain), and the length goes in at the end. A whole
 * number's hash is a bijection, so that two of them never collide; a double that is a whole number has that number's
 * hash, and 0.0 that of -0.0. Stored sketches depend on all of this: it can't change.
 *
 * <p>Not for secrets, and not against someone who chooses values that collide.
 */
public final class Hashing {
    // wyhash's secret, whose words have as many ones as zeros.
    private static final long A = 0xa0761d6478bd642fL;
    private static final long B = 0xe7037ed1a0b428dbL;
    private static final long C = 0x8ebc6af09c88c6e3L;

    private Hashing() {}

    /** The hash of a text. */
    public static long hash(CharSequence text) {
        int length = text.length();
        long state = C;
        int at = 0;
        for (; at + 8 <= length; at += 8) {
            state = fold(word(text, at, 4) ^ A, word(text, at + 4, 4) ^ state);
        }
        int rest = length - at;
        long low = word(text, at, Math.min(rest, 4));
        long high = rest > 4 ? word(text, at + 4, rest - 4) : 0;
        return finish(state, low, high, length);
    }

    /** The hash of {@code length} characters from {@code offset} on, as if they were a text. */
    public static long hash(char[] text, int offset, int length) {
        long state = C;
        int at = offset;
        int end = offset + length;
        for (; at + 8 <= end; at += 8) {
            state = fold(word(text, at, 4) ^ A, word(text, at + 4, 4) ^ state);
        }
        int rest = end - at;
        long low = word(text, at, Math.min(rest, 4));
        long high = rest > 4 ? word(text, at + 4, rest - 4) : 0;
        return finish(state, low, high, length);
    }

    /**
     * The hash of a text from its UTF-8 bytes, the same as that of its characters; malformed bytes count as the
     * replacement character, as {@code String} decodes them. ASCII is hashed in place, other text is decoded first.
     */
    public static long hashUtf8(byte[] utf8, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (utf8[i] < 0) {
                return hash(new String(utf8, offset, length, StandardCharsets.UTF_8));
            }
        }
        long state = C;
        int at = offset;
        int end = offset + length;
        for (; at + 8 <= end; at += 8) {
            state = fold(word(utf8, at, 4) ^ A, word(utf8, at + 4, 4) ^ state);
        }
        int rest = end - at;
        long low = word(utf8, at, Math.min(rest, 4));
        long high = rest > 4 ? word(utf8, at + 4, rest - 4) : 0;
        return finish(state, low, high, length);
    }

    /** The hash of a whole number: no two share one. */
    public static long hash(long value) {
        return RandomBits.mix(value + A);
    }

    /** The hash of a number; of a whole one that fits into a long, that of the long. All NaN are the same. */
    public static long hash(double value) {
        long whole = (long) value;
        if (whole == value) {
            return hash(whole);
        }
        return RandomBits.mix(Double.doubleToLongBits(value) ^ B);
    }

    private static long finish(long state, long low, long high, int length) {
        long mixed = fold(low ^ A, high ^ state);
        return fold(mixed ^ length, B);
    }

    private static long fold(long a, long b) {
        return a * b ^ Math.unsignedMultiplyHigh(a, b);
    }

    private static long word(CharSequence text, int at, int characters) {
        long word = 0;
        for (int i = 0; i < characters; i++) {
            word |= (long) text.charAt(at + i) << (16 * i);
        }
        return word;
    }

    private static long word(char[] text, int at, int characters) {
        long word = 0;
        for (int i = 0; i < characters; i++) {
            word |= (long) text[at + i] << (16 * i);
        }
        return word;
    }

    private static long word(byte[] ascii, int at, int characters) {
        long word = 0;
        for (int i = 0; i < characters; i++) {
            word |= (long) ascii[at + i] << (16 * i);
        }
        return word;
    }
}
