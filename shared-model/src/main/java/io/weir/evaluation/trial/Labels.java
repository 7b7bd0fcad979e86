package io.weir.evaluation.trial;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Labels as they are compared: 1, 1.0 and 1e0 are one label if all of a column are numbers, True and true always. */
final class Labels {
    private static final double MOST_WHOLE = 1e15;

    private Labels() {}

    /** A number as a label. */
    static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < MOST_WHOLE
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** A value as a label. */
    static String canonical(String value, boolean numeric) {
        if (numeric) {
            double number = number(value);
            return Double.isNaN(number) ? value : shown(number);
        }
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")
                ? value.toLowerCase(Locale.ROOT)
                : value;
    }

    /** The number that a text is, or NaN. */
    static double number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return io.weir.table.Numbers.parse(bytes, 0, bytes.length);
    }
}
