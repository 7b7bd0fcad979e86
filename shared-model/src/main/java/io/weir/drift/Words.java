package io.weir.drift;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and names as the sentences of a report show them. */
final class Words {
    private static final int SHOWN = 40;

    private Words() {}

    /** Three significant digits, without an exponent where a person would not use one. */
    static String number(double value) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        double size = Math.abs(value);
        if (size >= 1000) {
            return size < 1e9 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2e", value);
        }
        if (size < 1e-4) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        int digits = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    static String percent(double share) {
        return number(100 * share) + " %";
    }

    static String rows(double count) {
        return String.format(Locale.ROOT, "%,d", Math.round(count)) + (Math.round(count) == 1 ? " row" : " rows");
    }

    static String quoted(String name) {
        return "'" + (name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…") + "'";
    }

    static String quoted(List<String> names) {
        return names.stream().map(Words::quoted).collect(Collectors.joining(", "));
    }
}
