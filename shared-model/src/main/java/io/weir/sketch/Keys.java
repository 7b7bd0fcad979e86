package io.weir.sketch;

/** Numbers as whole numbers in the same order, which processors compare and select without branches. */
final class Keys {
    private Keys() {}

    /** The key of a number that isn't NaN; 0.0 and -0.0 have the same. */
    static long of(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /** The number that has this key. */
    static double number(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
    }
}
