package io.weir.jenkins.incident;

import io.weir.incident.Evidence;
import io.weir.incident.MetricWindow;
import io.weir.jenkins.text.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The metric around an incident as SVG: its values, the band it was expected in, and a dot on each value outside of it.
 *
 * <p>No script, no style, no address: it is shown under Jenkins' content security policy. Colours follow the theme. A gap in
 * the data is a gap in the line. Texts are escaped here, because the page puts the picture in as it is.
 */
final class IncidentPicture {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 220;
    private static final int MARGIN = 24;

    private final List<Evidence> points;
    private final String metric;
    private final String id;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    private IncidentPicture(MetricWindow window, String id) {
        this.points = window.points();
        this.metric = window.metric();
        this.id = id;
        for (Evidence point : points) {
            include(point.value());
            include(point.lower());
            include(point.upper());
        }
    }

    /** The picture. {@code id} makes its element ids unique on a page that has several. */
    static String of(MetricWindow window, int id) {
        return new IncidentPicture(window, "weir-picture-" + id).draw();
    }

    private String draw() {
        StringBuilder svg = new StringBuilder(8_192);
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " aria-labelledby=\"%s-title %s-text\"><title id=\"%s-title\">%s</title><desc id=\"%s-text\">%s</desc>",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT,
                id,
                id,
                id,
                Markup.escaped(metric),
                id,
                Markup.escaped(description())));
        if (least <= most) {
            band(svg);
            line(svg, Evidence::expected, "stroke-opacity=\"0.5\" stroke-dasharray=\"4 3\"");
            line(svg, Evidence::value, "stroke-width=\"1.5\"");
            dots(svg);
            label(svg, HEIGHT - 6, least);
            label(svg, MARGIN - 8, most);
        }
        return svg.append("</svg>").toString();
    }

    private String description() {
        long outside = points.stream().filter(IncidentPicture::isOutside).count();
        return String.format(
                Locale.ROOT,
                "%d intervals of %s, %d of them outside the expected band",
                points.size(),
                metric,
                outside);
    }

    /** One closed shape for each stretch that has both limits. */
    private void band(StringBuilder svg) {
        for (List<Integer> run : runs(point -> point.lower() + point.upper())) {
            svg.append("<polygon fill=\"currentColor\" fill-opacity=\"0.12\" points=\"");
            run.forEach(i -> at(svg, i, points.get(i).upper()));
            run.reversed().forEach(i -> at(svg, i, points.get(i).lower()));
            svg.append("\"/>");
        }
    }

    private void line(StringBuilder svg, ToDoubleFunction<Evidence> height, String look) {
        for (List<Integer> run : runs(height)) {
            svg.append("<polyline fill=\"none\" stroke=\"currentColor\" ")
                    .append(look)
                    .append(" points=\"");
            run.forEach(i -> at(svg, i, height.applyAsDouble(points.get(i))));
            svg.append("\"/>");
        }
    }

    private void dots(StringBuilder svg) {
        for (int i = 0; i < points.size(); i++) {
            Evidence point = points.get(i);
            if (isOutside(point)) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle r=\"3.5\" fill=\"var(--error-color, #c00)\" cx=\"%.1f\" cy=\"%.1f\"><title>%s: %s</title></circle>",
                        x(i),
                        y(point.value()),
                        point.at(),
                        number(point.value())));
            }
        }
    }

    private static void label(StringBuilder svg, int y, double value) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"2\" y=\"%d\" font-size=\"11\" fill=\"currentColor\">%s</text>",
                y,
                number(value)));
    }

    /** Stretches of intervals that have the number. */
    private List<List<Integer>> runs(ToDoubleFunction<Evidence> number) {
        List<List<Integer>> runs = new ArrayList<>();
        boolean inside = false;
        for (int i = 0; i < points.size(); i++) {
            boolean there = Double.isFinite(number.applyAsDouble(points.get(i)));
            if (there && !inside) {
                runs.add(new ArrayList<>());
            }
            if (there) {
                runs.getLast().add(i);
            }
            inside = there;
        }
        return runs;
    }

    private void at(StringBuilder svg, int i, double value) {
        svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i), y(value)));
    }

    private double x(int i) {
        return MARGIN + (double) i / Math.max(1, points.size() - 1) * (WIDTH - 2 * MARGIN);
    }

    private double y(double value) {
        double height = most > least ? (value - least) / (most - least) : 0.5;
        return HEIGHT - MARGIN - height * (HEIGHT - 2 * MARGIN);
    }

    private void include(double number) {
        if (Double.isFinite(number)) {
            least = Math.min(least, number);
            most = Math.max(most, number);
        }
    }

    private static boolean isOutside(Evidence point) {
        return point.value() > point.upper() || point.value() < point.lower();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.3g", value);
    }
}
