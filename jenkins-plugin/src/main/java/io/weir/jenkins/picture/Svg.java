package io.weir.jenkins.picture;

import io.weir.jenkins.text.Markup;
import java.util.Locale;

/** What the pictures of gates have in common. Texts are escaped here. */
public final class Svg {
    private static final int CAPACITY = 4_096;

    private Svg() {}

    /** The beginning of a picture; {@code title} says what it shows to those who do not see it. */
    public static StringBuilder begin(int width, int height, String title) {
        return new StringBuilder(CAPACITY)
                .append(String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\""
                                + " height=\"%d\"><title>%s</title>",
                        width,
                        height,
                        width,
                        height,
                        Markup.escaped(title)));
    }

    /** A small text. */
    public static void text(StringBuilder svg, int x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%.1f\" font-size=\"11\" text-anchor=\"%s\" fill=\"currentColor\">%s</text>",
                x,
                y,
                anchor,
                Markup.escaped(text)));
    }
}
