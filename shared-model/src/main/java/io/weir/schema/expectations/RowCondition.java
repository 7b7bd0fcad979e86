package io.weir.schema.expectations;

import io.weir.expression.Expression;
import io.weir.expression.ExpressionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on rows as pandas' {@code query} and Great Expectations itself write them, such as {@code (a == 5) & (b == "x")} or
 * {@code col("a").notNull()}, as expressions.
 */
final class RowCondition {
    private static final Pattern TOKEN = Pattern.compile("\\s+|\"[^\"]*\"|'[^']*'|`[^`]*`"
            + "|col\\(\\s*[\"']([^\"'`]*)[\"']\\s*\\)|\\.not[nN]ull\\(\\)|[a-zA-Z_]\\w*|\\d+(\\.\\d+)?([eE][+-]?\\d+)?"
            + "|==|!=|<=|>=|[<>()&|~+*/-]");

    private RowCondition() {}

    /** @throws UntranslatableException if it says something else */
    static String translate(String condition) {
        StringBuilder translated = new StringBuilder();
        Matcher token = TOKEN.matcher(condition);
        int at = 0;
        while (at < condition.length()) {
            if (!token.find(at) || token.start() != at) {
                throw new UntranslatableException(
                        "its row_condition '" + condition + "' can't be read from position " + at);
            }
            translated.append(translated(token.group(), token.group(1)));
            at = token.end();
        }
        try {
            Expression.parse(translated.toString());
        } catch (ExpressionException e) {
            throw new UntranslatableException("its row_condition '" + condition + "' can't be read: " + e.getMessage());
        }
        return translated.toString();
    }

    private static String translated(String token, @Nullable String named) {
        if (named != null) {
            return CellExpression.column(named);
        }
        return switch (token) {
            case "&" -> " and ";
            case "|" -> " or ";
            case "~" -> " not ";
            case "True" -> "true";
            case "False" -> "false";
            case ".notNull()", ".notnull()" -> " is not missing";
            default -> token;
        };
    }
}
