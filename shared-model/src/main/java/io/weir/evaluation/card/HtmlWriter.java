package io.weir.evaluation.card;

import java.util.List;

/** A page without script or style, so that it fits any content security policy. */
final class HtmlWriter implements CardWriter {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void heading(int level, String words) {
        element("h" + level, words);
        text.append('\n');
    }

    @Override
    public void paragraph(String words) {
        element("p", words);
        text.append('\n');
    }

    @Override
    public void table(List<String> header, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append("<table>\n");
        row("th", header);
        rows.forEach(cells -> row("td", cells));
        text.append("</table>\n");
    }

    private void row(String element, List<String> cells) {
        text.append("<tr>");
        cells.forEach(cell -> element(element, cell));
        text.append("</tr>\n");
    }

    private void element(String name, String words) {
        text.append('<').append(name).append('>');
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        text.append("</").append(name).append('>');
    }

    @Override
    public String document() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Model card</title></head>\n<body>\n"
                + text + "</body>\n</html>\n";
    }
}
