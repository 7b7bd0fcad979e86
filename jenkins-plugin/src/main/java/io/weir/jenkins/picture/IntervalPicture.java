package io.weir.jenkins.picture;

import io.weir.evaluation.verdict.Numbers;
import io.weir.jenkins.text.Markup;
import java.util.List;
import java.util.Locale;

/**
 * Numbers with their intervals, one a line, on one scale (a forest plot), and a dashed line at a number that all are compared
 * with. A number without an interval is a dot alone; a baseline's number is a ring.
 */
public final class IntervalPicture {
    private static final int LABEL = 220;
    private static final int SCALE = 260;
    private static final int VALUE = 60;
    private static final int LINE = 20;
    private static final int RADIUS = 4;
    private static final int MAX_LABEL = 34;

    private IntervalPicture() {}

    /**
     * One number.
     *
     * @param label whose it is
     * @param value a finite number
     * @param low end of its interval, or NaN
     * @param high the other end, or NaN
     * @param beside another number of the same, drawn as a ring, or NaN
     */
    public record Item(String label, double value, double low, double high, double beside) {
        /** A number with nothing beside it. */
        public Item(String label, double value, double low, double high) {
            this(label, value, low, high, Double.NaN);
        }

        double least() {
            double least = Double.isNaN(low) ? value : Math.min(value, low);
            return Double.isNaN(beside) ? least : Math.min(least, beside);
        }

        double most() {
            double most = Double.isNaN(high) ? value : Math.max(value, high);
            return Double.isNaN(beside) ? most : Math.max(most, beside);
        }
    }

    /**
     * The picture.
     *
     * @param title what it shows, for those who do not see it
     * @param reference the number that all are compared with; NaN for none
     * @return empty if there is nothing to show
     */
    public static String of(String title, List<Item> items, double reference) {
        if (items.isEmpty()) {
            return "";
        }
        double least = items.stream().mapToDouble(Item::least).min().orElse(0);
        double most = items.stream().mapToDouble(Item::most).max().orElse(1);
        if (!Double.isNaN(reference)) {
            least = Math.min(least, reference);
            most = Math.max(most, reference);
        }
        double low = least;
        double width = most > least ? most - least : 1;
        int height = LINE * items.size() + LINE;
        StringBuilder svg = Svg.begin(LABEL + SCALE + VALUE, height, title);
        if (!Double.isNaN(reference)) {
            double x = LABEL + SCALE * (reference - low) / width;
            append(
                    svg,
                    "<line stroke=\"currentColor\" stroke-opacity=\"0.5\" stroke-dasharray=\"4 4\" x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%d\"/>",
                    x,
                    x,
                    LINE * items.size());
        }
        for (int i = 0; i < items.size(); i++) {
            item(svg, items.get(i), LINE * i + LINE / 2.0, low, width);
        }
        Svg.text(svg, LABEL, height - 5.0, "start", Numbers.shown(low));
        Svg.text(svg, LABEL + SCALE, height - 5.0, "end", Numbers.shown(most));
        return svg.append("</svg>").toString();
    }

    private static void item(StringBuilder svg, Item item, double y, double low, double width) {
        double x = LABEL + SCALE * (item.value() - low) / width;
        Svg.text(svg, LABEL - 10, y + 4, "end", label(item.label()));
        if (item.low() < item.high()) {
            append(
                    svg,
                    "<line stroke=\"var(--accent-color, #06c)\" stroke-opacity=\"0.5\" stroke-width=\"5\" x1=\"%.1f\" y1=\"%.1f\""
                            + " x2=\"%.1f\" y2=\"%.1f\"/>",
                    LABEL + SCALE * (item.low() - low) / width,
                    y,
                    LABEL + SCALE * (item.high() - low) / width,
                    y);
        }
        String told = item.label() + ": " + Numbers.shown(item.value())
                + (Double.isNaN(item.low() + item.high())
                        ? ""
                        : " (" + Numbers.shown(item.low()) + " to " + Numbers.shown(item.high()) + ")");
        append(
                svg,
                "<circle fill=\"var(--accent-color, #06c)\" r=\"%d\" cx=\"%.1f\" cy=\"%.1f\"><title>%s</title></circle>",
                RADIUS,
                x,
                y,
                Markup.escaped(told));
        if (!Double.isNaN(item.beside())) {
            append(
                    svg,
                    "<circle fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" r=\"%d\" cx=\"%.1f\" cy=\"%.1f\">"
                            + "<title>%s</title></circle>",
                    RADIUS + 1,
                    LABEL + SCALE * (item.beside() - low) / width,
                    y,
                    Markup.escaped(item.label() + ", baseline: " + Numbers.shown(item.beside())));
        }
        Svg.text(svg, LABEL + SCALE + VALUE, y + 4, "end", Numbers.shown(item.value()));
    }

    private static String label(String text) {
        return text.length() <= MAX_LABEL ? text : text.substring(0, MAX_LABEL - 1) + "…";
    }

    private static void append(StringBuilder svg, String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values));
    }
}
