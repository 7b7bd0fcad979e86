package io.weir.sketch;

/** A stream of random bits whose whole state is one number, so that a sketch can write it down and go on from there. */
final class RandomBits {
    /** The golden ratio's fraction, as SplitMix64 steps: Steele, Lea, Flood (2014). */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    RandomBits(long state) {
        this.state = state;
    }

    long state() {
        return state;
    }

    /** The next 64 independent bits. */
    long next() {
        state += STEP;
        return mix(state);
    }

    /** SplitMix64's finaliser, a bijection. */
    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
