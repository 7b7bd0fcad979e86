package io.weir.expression;

import io.weir.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a row, or a value computed from it. Immutable, safe for use by many threads.
 *
 * <p>Missing values are neither true nor false: whatever is computed from one is missing, {@code and} and {@code or} follow
 * three-valued logic, and a condition that is missing counts as held, as SQL's {@code CHECK} does; ask {@code x is missing}
 * to say otherwise. A text is compared as a number where the other side is one, and as an instant likewise; where it can't
 * be read as that, the comparison is false ({@code !=}: true).
 *
 * <p>Cost: linear in the expression, and in the length of the texts it looks at; a regular expression that takes more than
 * {@link BoundedText#MAX_STEPS} steps on one text is an error, not a hang.
 */
public final class Expression {
    /** Longest text; a longer condition is better split into several checks with a name each. */
    public static final int MAX_LENGTH = 4_096;

    private final String text;
    private final List<String> columns;
    private final Evaluator evaluator;

    private Expression(String text, List<String> columns, Evaluator evaluator) {
        this.text = text;
        this.columns = columns;
        this.evaluator = evaluator;
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException if it is too long, too deep, or not an expression; the message says where
     */
    public static Expression parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionException("the expression has " + text.length() + " characters, at most " + MAX_LENGTH
                    + " are allowed; split it into several checks");
        }
        Parser parser = new Parser(text);
        Evaluator evaluator = parser.parse();
        return new Expression(text, parser.columns(), evaluator);
    }

    /** Names of the columns that it reads, in the order in which {@link Row#value} numbers them. */
    public List<String> columns() {
        return columns;
    }

    /**
     * The value for a row.
     *
     * @return a {@link String}, {@link Long}, {@link Double}, {@link Boolean} or {@link java.time.Instant}, null for missing
     * @throws ExpressionException if an operation does not fit a value
     */
    public @Nullable Object evaluate(Row row) {
        return evaluator.of(row);
    }

    /**
     * Whether the condition holds; one that is missing does.
     *
     * @throws ExpressionException if the value is no truth value, or an operation does not fit a value
     */
    public boolean holds(Row row) {
        Object value = evaluator.of(row);
        if (value == null || value instanceof Boolean) {
            return value == null || (Boolean) value;
        }
        throw new ExpressionException("'" + text + "' gives " + Values.shown(value) + ", not true or false");
    }

    /** The expression as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
