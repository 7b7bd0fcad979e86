package io.weir.jenkins.text;

import java.util.ArrayList;
import java.util.List;

/** Lists in one text, as in other steps of Jenkins: separated by commas or lines. A comma within braces belongs to a glob. */
public final class Patterns {
    private Patterns() {}

    /** The parts without spaces around them; empty ones are left out. */
    public static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '\n' || c == ',' && depth <= 0) {
                add(part, parts);
            } else {
                part.append(c);
            }
        }
        add(part, parts);
        return parts;
    }

    private static void add(StringBuilder part, List<String> parts) {
        String clean = part.toString().strip();
        if (!clean.isEmpty()) {
            parts.add(clean);
        }
        part.setLength(0);
    }
}
