package io.weir.jenkins.text;

/** Texts in XML, HTML and SVG. */
public final class Markup {
    private Markup() {}

    /** The text with the five characters escaped that mean something there, in content and in attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
