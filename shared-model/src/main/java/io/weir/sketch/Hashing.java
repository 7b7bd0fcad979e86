package io.weir.sketch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    /** The high bit of each byte; above an int's own bits, where a negative one puts its sign. */
    private static final long NOT_ASCII = 0xffff_ffff_8080_8080L;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Hashing() {}

    /** The hash of a text. */
    public static long hash(CharSequence text) {
        int length = text.length();
        long state = C;
        int at = 0;
        for (; at + 8 <= length; at += 8) {
            state = fold(four(text, at) ^ A, four(text, at + 4) ^ state);
        }
        long low = 0;
        if (at + 4 <= length) {
            low = four(text, at);
            at += 4;
        }
        long rest = 0;
        for (int i = length - 1; i >= at; i--) {
            rest = rest << 16 | text.charAt(i);
        }
        return finish(state, low, rest, length);
    }

    /** The hash of {@code length} characters from {@code offset} on, as if they were a text. */
    public static long hash(char[] text, int offset, int length) {
        long state = C;
        int at = offset;
        int end = offset + length;
        for (; at + 8 <= end; at += 8) {
            state = fold(four(text, at) ^ A, four(text, at + 4) ^ state);
        }
        long low = 0;
        if (at + 4 <= end) {
            low = four(text, at);
            at += 4;
        }
        long rest = 0;
        for (int i = end - 1; i >= at; i--) {
            rest = rest << 16 | text[i];
        }
        return finish(state, low, rest, length);
    }

    /**
     * The hash of a text from its UTF-8 bytes, the same as that of its characters; malformed bytes count as the
     * replacement character, as {@code String} decodes them. ASCII is hashed in place, other text is decoded first.
     */
    public static long hashUtf8(byte[] utf8, int offset, int length) {
        long state = C;
        int at = offset;
        int end = offset + length;
        long seen = 0;
        for (; at + 8 <= end; at += 8) {
            int first = (int) INTS.get(utf8, at);
            int second = (int) INTS.get(utf8, at + 4);
            seen |= first | second;
            state = fold(spread(first) ^ A, spread(second) ^ state);
        }
        long low = 0;
        if (at + 4 <= end) {
            int first = (int) INTS.get(utf8, at);
            seen |= first;
            low = spread(first);
            at += 4;
        }
        long rest = 0;
        for (int i = end - 1; i >= at; i--) {
            seen |= utf8[i];
            rest = rest << 16 | utf8[i];
        }
        return (seen & NOT_ASCII) == 0
                ? finish(state, low, rest, length)
                : hash(new String(utf8, offset, length, StandardCharsets.UTF_8));
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

    /** The last seven units or fewer; if there are less than four, they are the low word. */
    private static long finish(long state, long low, long rest, int length) {
        boolean both = (length & 4) != 0;
        long mixed = fold((both ? low : rest) ^ A, (both ? rest : 0) ^ state);
        return fold(mixed ^ length, B);
    }

    private static long fold(long a, long b) {
        return a * b ^ Math.unsignedMultiplyHigh(a, b);
    }

    private static long four(CharSequence text, int at) {
        return text.charAt(at)
                | (long) text.charAt(at + 1) << 16
                | (long) text.charAt(at + 2) << 32
                | (long) text.charAt(at + 3) << 48;
    }

    private static long four(char[] text, int at) {
        return text[at] | (long) text[at + 1] << 16 | (long) text[at + 2] << 32 | (long) text[at + 3] << 48;
    }

    /** Four bytes as four units of sixteen bits. */
    private static long spread(int bytes) {
        long apart = bytes & 0xffff_ffffL;
        apart = (apart | apart << 16) & 0x0000_ffff_0000_ffffL;
        return (apart | apart << 8) & 0x00ff_00ff_00ff_00ffL;
    }
}
