package io.weir.evaluation.card;

import java.util.List;
import java.util.stream.Collectors;

/** CommonMark with tables as GitHub has them. */
final class MarkdownWriter implements CardWriter {
    private static final String SPECIAL = "\\`*_[]<>#|~&!@$";

    private final StringBuilder text = new StringBuilder();

    @Override
    public void heading(int level, String words) {
        text.append("#".repeat(level)).append(' ').append(escaped(words)).append("\n\n");
    }

    @Override
    public void paragraph(String words) {
        text.append(escaped(words)).append("\n\n");
    }

    @Override
    public void table(List<String> header, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        line(header);
        text.append("|").append("---|".repeat(header.size())).append('\n');
        rows.forEach(this::line);
        text.append('\n');
    }

    private void line(List<String> cells) {
        text.append(cells.stream().map(MarkdownWriter::escaped).collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }

    /** Every character that could begin a construct is taken literally; line breaks become spaces. */
    private static String escaped(String words) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isISOControl(c)) {
                safe.append(' ');
            } else {
                safe.append(mustEscape(words, i) ? "\\" : "").append(c);
            }
        }
        return safe.toString();
    }

    /** Marks of CommonMark and GitHub within a line, and what would turn an address into a link; numbers stay readable. */
    private static boolean mustEscape(String words, int at) {
        char c = words.charAt(at);
        return SPECIAL.indexOf(c) >= 0
                || (c == ':' && words.startsWith("/", at + 1))
                || (c == '.' && words.regionMatches(true, at - 3, "www", 0, 3));
    }

    @Override
    public String document() {
        return text.toString();
    }
}
