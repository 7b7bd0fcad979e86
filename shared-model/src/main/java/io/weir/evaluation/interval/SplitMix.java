package io.weir.evaluation.interval;

/**
 * A small random generator whose streams never change between Java versions: SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014).
 */
public final class SplitMix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    /** The stream numbered {@code stream} of a seed; equal arguments give equal numbers. */
    public SplitMix(long seed, long stream) {
        state = mix(mix(seed) + GOLDEN * (2 * stream + 1));
    }

    /** 64 random bits. */
    public long nextLong() {
        return mix(state += GOLDEN);
    }

    /** Uniform in [0,1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /** Uniform from 0 to {@code bound - 1}, to within 2⁻³²: bounds here are far below. */
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** Standard normal, by the polar method of Marsaglia and Bray. */
    public double nextGaussian() {
        while (true) {
            double x = 2 * nextDouble() - 1;
            double y = 2 * nextDouble() - 1;
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                return x * Math.sqrt(-2 * Math.log(square) / square);
            }
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
