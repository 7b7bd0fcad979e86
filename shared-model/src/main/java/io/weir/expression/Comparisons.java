package io.weir.expression;

import io.weir.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comparisons of values of any two kinds. */
final class Comparisons {
    private Comparisons() {}

    static Evaluator of(String operator, Evaluator left, Evaluator right) {
        return row -> {
            Object a = left.of(row);
            Object b = right.of(row);
            return a == null || b == null ? null : holds(operator, Values.compare(a, b));
        };
    }

    static Evaluator in(Evaluator value, List<Evaluator> choices) {
        return row -> {
            Object given = value.of(row);
            if (given == null) {
                return null;
            }
            boolean unknown = false;
            for (Evaluator choice : choices) {
                Object other = choice.of(row);
                if (other == null) {
                    unknown = true;
                } else if (holds("==", Values.compare(given, other))) {
                    return true;
                }
            }
            return unknown ? null : false;
        };
    }

    private static boolean holds(String operator, @Nullable Integer order) {
        if (order == null) {
            return operator.equals("!=");
        }
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
