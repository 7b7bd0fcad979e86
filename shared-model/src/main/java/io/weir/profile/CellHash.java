package io.weir.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A fast hash of bytes, to find a value in a thread's own memory and to compare rows with rows of the same data set. It is
 * not what distinct values are counted by: that is {@link io.weir.sketch.Hashing}, which is the same for all encodings.
 */
final class CellHash {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long A = 0x9e37_79b9_7f4a_7c15L;
    private static final long B = 0xd6e8_feb8_6659_fd93L;

    private CellHash() {}

    /** The hash of a slice; never 0, which marks free places. */
    static long of(byte[] bytes, int start, int length) {
        long state = length * A;
        int at = start;
        int end = start + length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            state = mix(state ^ (long) WORDS.get(bytes, at));
        }
        if (at < end) {
            state = mix(state ^ tail(bytes, at, end - at));
        }
        return state == 0 ? A : state;
    }

    /** One to seven bytes as a number; mostly by one read that takes in what follows, too. */
    private static long tail(byte[] bytes, int at, int count) {
        if (at + Long.BYTES <= bytes.length) {
            return (long) WORDS.get(bytes, at) & -1L >>> (Long.SIZE - Byte.SIZE * count);
        }
        long tail = 0;
        for (int i = 0; i < count; i++) {
            tail |= (bytes[at + i] & 0xffL) << (Byte.SIZE * i);
        }
        return tail;
    }

    /** The hash of eight bytes; never 0. */
    static long of(long value) {
        long state = mix(value ^ B);
        return state == 0 ? A : state;
    }

    /** Spreads every bit over all (the finisher of MurmurHash3 with other constants). */
    static long mix(long value) {
        long x = value * A;
        x ^= x >>> 32;
        x *= B;
        return x ^ x >>> 29;
    }
}
