package io.weir.evaluation.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as sentences show them. */
public final class Numbers {
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final int PLAIN_DIGITS = 12;

    private Numbers() {}

    /** Four digits, without needless zeros: 0.8125, 12340, 1.2E-7. */
    public static String shown(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "undefined" : value > 0 ? "infinite" : "minus infinite";
        }
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
        int digits = rounded.precision() - rounded.scale();
        return rounded.signum() == 0
                ? "0"
                : digits < -3 || digits > PLAIN_DIGITS ? rounded.toString() : rounded.toPlainString();
    }

    /** A count with separators: 1,234,567. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A confidence as a percentage: "95 %". */
    public static String percent(double share) {
        return shown(100 * share) + " %";
    }
}
