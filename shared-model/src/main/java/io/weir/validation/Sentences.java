package io.weir.validation;

import java.util.Locale;

/** What is said of results, in words for whoever is woken by them. */
final class Sentences {
    private Sentences() {}

    static String ofShare(Verdict verdict, String expected, double mostly, long considered, long failing) {
        if (considered == 0) {
            return "there is no value to look at";
        }
        if (failing == 0) {
            return "all " + considered + " are " + expected;
        }
        String counted =
                failing + " of " + considered + " (" + percent((double) failing / considered) + ") are not " + expected;
        if (mostly == 1) {
            return counted;
        }
        return counted + "; " + percent(1 - mostly) + " may be"
                + (verdict == Verdict.PASSED ? "" : ", which is exceeded");
    }

    static String percent(double share) {
        double percent = share * 100;
        return percent > 0 && percent < 0.01
                ? "under 0.01 %"
                : String.format(Locale.ROOT, percent == Math.rint(percent) ? "%.0f %%" : "%.2f %%", percent);
    }

    /** A number with as many digits as say something. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, "%.6g", value)
                .replaceFirst("(\\.[0-9]*?)0+($|e)", "$1$2")
                .replaceFirst("\\.($|e)", "$1");
    }
}
