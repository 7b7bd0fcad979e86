package io.weir.jenkins.gate;

import io.weir.evaluation.verdict.Numbers;
import io.weir.gate.GateMetric;
import io.weir.jenkins.picture.Colours;
import io.weir.jenkins.picture.Svg;
import io.weir.jenkins.text.Markup;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The builds of one gate as SVG by the number that matters most there, oldest left: a dot in the verdict's colour, over its
 * interval. No script, no style, no address; all texts are escaped here.
 */
final class MetricTrendPicture {
    private static final int STEP = 18;
    private static final int HIGH = 90;
    private static final int TOP = 8;
    private static final int LINE = 16;
    private static final int LEFT = 50;
    private static final int RADIUS = 4;

    private MetricTrendPicture() {}

    /** The picture of the last builds that have the newest one's metric. */
    static String of(List<TrendPoint> all) {
        String name = metric(all.getLast()).name();
        List<TrendPoint> same = all.stream()
                .filter(point -> point.metric() != null && metric(point).name().equals(name))
                .toList();
        List<TrendPoint> points = same.subList(Math.max(0, same.size() - TrendPicture.MAX), same.size());
        double low =
                points.stream().mapToDouble(point -> least(metric(point))).min().orElse(0);
        double high =
                points.stream().mapToDouble(point -> most(metric(point))).max().orElse(1);
        double range = high > low ? high - low : 1;
        int width = LEFT + Math.max(120, STEP * points.size());
        StringBuilder svg = Svg.begin(
                width, TOP + HIGH + 2 * LINE, name + " and verdicts of the last " + points.size() + " builds");
        Svg.text(svg, LEFT, TOP + HIGH + 2.0 * LINE - 3, "start", name);
        Svg.text(svg, LEFT - 8, TOP + 8.0, "end", Numbers.shown(high));
        Svg.text(svg, LEFT - 8, TOP + HIGH, "end", Numbers.shown(low));
        for (int i = 0; i < points.size(); i++) {
            point(svg, LEFT + STEP * i + STEP / 2, points.get(i), low, range);
        }
        Svg.text(svg, LEFT, TOP + HIGH + LINE, "start", "#" + points.getFirst().build());
        if (points.size() > 4) {
            Svg.text(
                    svg,
                    LEFT + STEP * points.size(),
                    TOP + HIGH + LINE,
                    "end",
                    "#" + points.getLast().build());
        }
        return svg.append("</svg>").toString();
    }

    private static void point(StringBuilder svg, int x, TrendPoint point, double low, double range) {
        GateMetric metric = metric(point);
        String colour = Colours.paint(point.verdict());
        svg.append(String.format(
                Locale.ROOT,
                "<line stroke=\"%s\" stroke-opacity=\"0.4\" stroke-width=\"5\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>"
                        + "<circle fill=\"%s\" r=\"%d\" cx=\"%d\" cy=\"%.1f\"><title>%s</title></circle>",
                colour,
                x,
                y(least(metric), low, range),
                x,
                y(most(metric), low, range),
                colour,
                RADIUS,
                x,
                y(metric.value(), low, range),
                Markup.escaped("#" + point.build() + ": "
                        + point.verdict().id().replace('_', ' ') + ", " + metric.name() + " "
                        + Numbers.shown(metric.value())
                        + (metric.hasInterval()
                                ? " (" + Numbers.shown(metric.low()) + " to " + Numbers.shown(metric.high()) + ")"
                                : ""))));
    }

    private static double y(double value, double low, double range) {
        return TOP + HIGH * (1 - (value - low) / range);
    }

    private static double least(GateMetric metric) {
        return metric.hasInterval() ? Math.min(metric.low(), metric.value()) : metric.value();
    }

    private static double most(GateMetric metric) {
        return metric.hasInterval() ? Math.max(metric.high(), metric.value()) : metric.value();
    }

    private static GateMetric metric(TrendPoint point) {
        return Objects.requireNonNull(point.metric());
    }
}
