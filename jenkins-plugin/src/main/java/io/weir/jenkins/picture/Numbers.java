package io.weir.jenkins.picture;

import java.time.Instant;
import java.util.Locale;

/** Numbers for people. */
public final class Numbers {
    private static final double LARGE = 1e6;
    private static final double SMALL = 1e-3;

    private Numbers() {}

    /** A value of a column of that type; times are milliseconds since 1970. */
    public static String shown(double value, String type) {
        if (type.equals("date") || type.equals("timestamp")) {
            String instant = Instant.ofEpochMilli((long) value).toString();
            return type.equals("date") ? instant.substring(0, instant.indexOf('T')) : instant;
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < LARGE) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, size >= LARGE || size < SMALL ? "%.2e" : "%.4g", value);
    }

    /** Such as "48 210"; a space between groups is understood everywhere. */
    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
    }

    /** A share of one in percent. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
