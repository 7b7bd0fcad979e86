package io.weir.jenkins.gate.model;

/**
 * A picture and its heading.
 *
 * @param title for people
 * @param svg escaped
 */
public record Picture(String title, String svg) {
    /** For the page, which asks for properties. */
    public String getTitle() {
        return title;
    }

    /** For the page. */
    public String getSvg() {
        return svg;
    }
}
