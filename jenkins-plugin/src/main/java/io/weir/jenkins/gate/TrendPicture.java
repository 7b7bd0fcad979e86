package io.weir.jenkins.gate;

import io.weir.jenkins.picture.Colours;
import io.weir.jenkins.picture.Numbers;
import io.weir.jenkins.picture.Svg;
import io.weir.jenkins.text.Markup;
import java.util.List;
import java.util.Locale;

/**
 * The builds of one gate as SVG, oldest left: a bar as high as the data have rows, in the verdict's colour, and above it how
 * many checks failed, if any. No script, no style, no address; all texts are escaped here.
 */
final class TrendPicture {
    private static final int STEP = 18;
    private static final int BARS = 80;
    private static final int TOP = 16;
    private static final int LINE = 16;

    /** So many builds fit on a page. */
    static final int MAX = 40;

    private TrendPicture() {}

    /** The picture of the last {@value #MAX} of these points. */
    static String of(List<TrendPoint> all) {
        List<TrendPoint> points = all.subList(Math.max(0, all.size() - MAX), all.size());
        long most = points.stream().mapToLong(TrendPoint::rows).max().orElse(0);
        int width = Math.max(120, STEP * points.size());
        int height = TOP + BARS + LINE;
        StringBuilder svg = Svg.begin(
                width, height, "rows and verdicts of the last " + points.size() + " builds, at most " + most + " rows");
        for (int i = 0; i < points.size(); i++) {
            bar(svg, i, points.get(i), most);
        }
        if (!points.isEmpty()) {
            label(svg, 0, "start", points.getFirst());
        }
        if (points.size() > 4) {
            label(svg, STEP * points.size(), "end", points.getLast());
        }
        return svg.append("</svg>").toString();
    }

    private static void bar(StringBuilder svg, int i, TrendPoint point, long most) {
        double height = most == 0 ? 2 : Math.max(2, BARS * (point.rows() / (double) most));
        svg.append(String.format(
                Locale.ROOT,
                "<rect fill=\"%s\" fill-opacity=\"0.6\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"><title>%s</title></rect>",
                Colours.paint(point.verdict()),
                i * STEP + 1,
                TOP + BARS - height,
                STEP - 4,
                height,
                Markup.escaped(String.format(
                        Locale.ROOT,
                        "#%d: %s, %s rows, %d of %d checks failed",
                        point.build(),
                        point.verdict().id().replace('_', ' '),
                        Numbers.grouped(point.rows()),
                        point.failed(),
                        point.total()))));
        if (point.failed() > 0) {
            Svg.text(svg, i * STEP + (STEP - 2) / 2, TOP + BARS - height - 3, "middle", shown(point.failed()));
        }
    }

    private static String shown(long count) {
        return count < 100 ? Long.toString(count) : "99+";
    }

    private static void label(StringBuilder svg, int x, String anchor, TrendPoint point) {
        Svg.text(svg, x, TOP + BARS + LINE - 3.0, anchor, "#" + point.build());
    }
}
