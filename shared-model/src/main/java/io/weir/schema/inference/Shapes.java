package io.weir.schema.inference;

import io.weir.profile.ColumnProfile;
import io.weir.profile.TextSummary;
import io.weir.profile.ValueKind;
import io.weir.schema.Condition;
import io.weir.sketch.TopValues;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shapes of texts ({@link io.weir.profile.Shape}) as regular expressions. */
final class Shapes {
    /** Shorter texts all look alike. */
    private static final int LEAST_CHARACTERS = 3;

    private Shapes() {}

    /** The one shape that all texts of the column have, if there is one and it says something. */
    static Optional<Condition> pattern(ColumnProfile column) {
        TextSummary texts = column.texts();
        if (texts == null || column.empty() > 0 || column.count(ValueKind.TEXT) != column.values()) {
            return Optional.empty();
        }
        List<TopValues.Entry> shapes = texts.patterns().top(2);
        if (shapes.size() != 1 || texts.patterns().maxOvercount() > 0) {
            return Optional.empty();
        }
        String shape = shapes.getFirst().value();
        if (shape.length() < LEAST_CHARACTERS
                || shape.endsWith("…")
                || shape.chars().noneMatch(c -> c == '9')) {
            return Optional.empty();
        }
        return Optional.of(
                new Condition.Matches(List.of(Pattern.compile(regex(shape))), Condition.Matches.Quantity.ALL));
    }

    private static String regex(String shape) {
        StringBuilder regex = new StringBuilder("^");
        int at = 0;
        while (at < shape.length()) {
            char symbol = shape.charAt(at);
            int end = at;
            while (end < shape.length() && shape.charAt(end) == symbol) {
                end++;
            }
            regex.append(part(symbol));
            if (end - at > 1) {
                regex.append('{').append(end - at).append('}');
            }
            at = end;
        }
        return regex.append('$').toString();
    }

    private static String part(char symbol) {
        return switch (symbol) {
            case '9' -> "\\d";
            case 'A' -> "\\p{Lu}";
            case 'a' -> "\\p{L}";
            default -> "\\^$.|?*+()[]{}".indexOf(symbol) >= 0 ? "\\" + symbol : String.valueOf(symbol);
        };
    }
}
