package io.weir.jenkins.gate;

import io.weir.gate.data.ColumnShape;
import io.weir.jenkins.picture.Numbers;
import io.weir.jenkins.picture.Svg;
import io.weir.jenkins.text.Markup;
import java.util.List;
import java.util.Locale;

/**
 * A column as SVG: bars of the data, and the baseline as outlines over them, on one scale.
 *
 * <p>No script, no style, no address: it is shown under Jenkins' content security policy. Colours follow the theme; baseline and
 * data differ by form, too, for those who do not see the colours. All texts are escaped here, because the page puts the picture
 * in as it is.
 */
final class HistogramPicture {
    private static final int WIDTH = 280;
    private static final int BARS = 72;
    private static final int LINE = 16;
    private static final int LABEL = 110;
    private static final int MAX_LABEL = 18;

    private final ColumnShape column;
    private final double scale;

    private HistogramPicture(ColumnShape column) {
        this.column = column;
        this.scale = Math.max(1e-9, Math.max(most(column.shares()), most(column.before())));
    }

    /** The picture, or an empty text if there is nothing to draw. */
    static String of(ColumnShape column) {
        return column.shares().isEmpty() ? "" : new HistogramPicture(column).draw();
    }

    private static double most(List<Double> shares) {
        return shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private String draw() {
        boolean numbers = !column.edges().isEmpty();
        int height = numbers ? BARS + LINE : LINE * column.labels().size();
        StringBuilder svg = Svg.begin(WIDTH, height, description());
        if (numbers) {
            bars(svg);
        } else {
            rows(svg);
        }
        return svg.append("</svg>").toString();
    }

    private String description() {
        return column.name() + ": shares of the values"
                + (column.before().isEmpty() ? "" : ", outlined those of the baseline");
    }

    private void bars(StringBuilder svg) {
        double width = (double) WIDTH / column.shares().size();
        for (int i = 0; i < column.shares().size(); i++) {
            double height = height(column.shares().get(i));
            rectangle(svg, i * width + 0.5, BARS - height, width - 1, height, title(i));
        }
        if (!column.before().isEmpty()) {
            svg.append("<polyline fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.25\" points=\"0,")
                    .append(BARS)
                    .append(' ');
            for (int i = 0; i < column.before().size(); i++) {
                double y = BARS - height(column.before().get(i));
                svg.append(String.format(Locale.ROOT, "%.1f,%.1f %.1f,%.1f ", i * width, y, (i + 1) * width, y));
            }
            svg.append(WIDTH).append(',').append(BARS).append("\"/>");
        }
        Svg.text(svg, 0, BARS + LINE - 3, "start", edge(column.edges().getFirst()));
        Svg.text(svg, WIDTH, BARS + LINE - 3, "end", edge(column.edges().getLast()));
    }

    private void rows(StringBuilder svg) {
        double most = WIDTH - LABEL - 4.0;
        for (int i = 0; i < column.labels().size(); i++) {
            int top = i * LINE;
            Svg.text(
                    svg, LABEL - 6, top + LINE - 4, "end", label(column.labels().get(i)));
            rectangle(svg, LABEL, top + 2.0, most * column.shares().get(i) / scale, LINE - 4.0, title(i));
            if (!column.before().isEmpty()) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.25\" x=\"%d\" y=\"%.1f\""
                                + " width=\"%.1f\" height=\"%.1f\"/>",
                        LABEL,
                        top + 3.5,
                        most * column.before().get(i) / scale,
                        LINE - 7.0));
            }
        }
    }

    private String title(int i) {
        String what = column.edges().isEmpty()
                ? column.labels().get(i)
                : edge(column.edges().get(i)) + " to " + edge(column.edges().get(i + 1));
        String before = column.before().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT, ", baseline %.1f %%", 100 * column.before().get(i));
        return what
                + String.format(Locale.ROOT, ": %.1f %%", 100 * column.shares().get(i))
                + before;
    }

    private double height(double share) {
        return share / scale * (BARS - 2);
    }

    private static void rectangle(StringBuilder svg, double x, double y, double width, double height, String title) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect fill=\"var(--accent-color, #06c)\" fill-opacity=\"0.45\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\""
                        + " height=\"%.1f\"><title>%s</title></rect>",
                x,
                y,
                Math.max(0, width),
                height,
                Markup.escaped(title)));
    }

    private static String label(String text) {
        if (text.isEmpty()) {
            return "(empty)";
        }
        return text.length() <= MAX_LABEL ? text : text.substring(0, MAX_LABEL - 1) + "…";
    }

    private String edge(double value) {
        return Numbers.shown(value, column.type());
    }
}
