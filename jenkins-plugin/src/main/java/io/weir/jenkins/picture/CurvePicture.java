package io.weir.jenkins.picture;

import io.weir.jenkins.text.Markup;
import java.util.Locale;

/** Lines in the unit square, with axes from 0 to 1, as curves of classifiers are shown. */
public final class CurvePicture {
    private static final int SIDE = 200;
    private static final int LEFT = 40;
    private static final int TOP = 8;
    private static final int BOTTOM = 32;
    private static final int RADIUS = 3;

    private final StringBuilder svg;

    /**
     * An empty square.
     *
     * @param title what it shows, for those who do not see it
     * @param x name of the axis to the right
     * @param y name of the axis upwards
     */
    public CurvePicture(String title, String x, String y) {
        svg = Svg.begin(LEFT + SIDE + 8, TOP + SIDE + BOTTOM, title);
        append(
                "<rect fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.4\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
                LEFT, TOP, SIDE, SIDE);
        Svg.text(svg, LEFT, TOP + SIDE + 13.0, "middle", "0");
        Svg.text(svg, LEFT + SIDE, TOP + SIDE + 13.0, "middle", "1");
        Svg.text(svg, LEFT + SIDE / 2, TOP + SIDE + 26.0, "middle", x);
        Svg.text(svg, LEFT - 6, TOP + 10.0, "end", "1");
        Svg.text(svg, LEFT - 6, TOP + SIDE, "end", "0");
        append(
                "<text transform=\"translate(%d %d) rotate(-90)\" font-size=\"11\" text-anchor=\"middle\""
                        + " fill=\"currentColor\">%s</text>",
                LEFT - 14, TOP + SIDE / 2, Markup.escaped(y));
    }

    /** The line on which a model would lie that knows nothing, or is calibrated. */
    public CurvePicture diagonal() {
        append(
                "<line stroke=\"currentColor\" stroke-opacity=\"0.4\" stroke-dasharray=\"4 4\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
                LEFT, TOP + SIDE, LEFT + SIDE, TOP);
        return this;
    }

    /**
     * A line through points.
     *
     * @param dots whether the points are marked
     */
    public CurvePicture line(double[] x, double[] y, boolean dots) {
        svg.append("<polyline fill=\"none\" stroke=\"var(--accent-color, #06c)\" stroke-width=\"2\" points=\"");
        for (int i = 0; i < x.length; i++) {
            append("%.1f,%.1f ", across(x[i]), up(y[i]));
        }
        svg.append("\"/>");
        for (int i = 0; dots && i < x.length; i++) {
            append(
                    "<circle fill=\"var(--accent-color, #06c)\" r=\"%d\" cx=\"%.1f\" cy=\"%.1f\"><title>%.3f, %.3f</title></circle>",
                    RADIUS, across(x[i]), up(y[i]), x[i], y[i]);
        }
        return this;
    }

    private static double across(double x) {
        return LEFT + SIDE * Math.clamp(x, 0, 1);
    }

    private static double up(double y) {
        return TOP + SIDE * (1 - Math.clamp(y, 0, 1));
    }

    private void append(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values));
    }

    /** The picture. */
    public String draw() {
        return svg + "</svg>";
    }
}
