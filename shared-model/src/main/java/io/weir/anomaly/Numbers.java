package io.weir.anomaly;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a person says them. */
final class Numbers {
    /** Enough to tell a band's ends apart, few enough to read at a glance. */
    private static final MathContext DIGITS = new MathContext(4);

    private static final double PLAIN_UP_TO = 1e9;
    private static final double PLAIN_FROM = 1e-4;

    private Numbers() {}

    /** Four significant digits, no trailing zeros; whole numbers up to a billion in full. */
    static String shortest(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < PLAIN_UP_TO && size >= 1_000) {
            return Long.toString(Math.round(value));
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return size >= PLAIN_UP_TO || size < PLAIN_FROM ? rounded.toString() : rounded.toPlainString();
    }
}
