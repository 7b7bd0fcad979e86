package io.weir.expression;

import io.weir.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the grammar that {@code docs/expressions.md} gives, from the loosest binding to the tightest. */
final class Parser {
    /** Deep enough for anything a person wrote, and far from the stack's end. */
    static final int MAX_DEPTH = 64;

    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final List<Token> tokens;
    private final List<String> columns = new ArrayList<>();
    private int position;
    private int depth;

    Parser(String text) {
        this.tokens = Lexer.tokens(text);
    }

    List<String> columns() {
        return List.copyOf(columns);
    }

    Evaluator parse() {
        Evaluator whole = disjunction();
        if (peek().kind() != Token.Kind.END) {
            throw unexpected("an operator such as 'and', '==' or '+', or the end");
        }
        return whole;
    }

    private Evaluator disjunction() {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException(
                    "the expression is nested more than " + MAX_DEPTH + " deep at " + peek().at());
        }
        Evaluator left = conjunction();
        while (take("or")) {
            left = Logic.or(left, conjunction());
        }
        depth--;
        return left;
    }

    private Evaluator conjunction() {
        Evaluator left = negation();
        while (take("and")) {
            left = Logic.and(left, negation());
        }
        return left;
    }

    private Evaluator negation() {
        int times = 0;
        while (take("not")) {
            times++;
        }
        Evaluator condition = comparison();
        // Twice is not nothing: it still asks for a truth value.
        return times == 0 ? condition : times % 2 == 1 ? Logic.not(condition) : Logic.not(Logic.not(condition));
    }

    private Evaluator comparison() {
        Evaluator left = sum();
        Token operator = peek();
        if (operator.kind() == Token.Kind.SYMBOL && COMPARISONS.contains(operator.text())) {
            position++;
            return Comparisons.of(operator.text(), left, sum());
        }
        if (take("is")) {
            boolean negated = take("not");
            expect("missing");
            return row -> (left.of(row) == null) != negated;
        }
        boolean negated = take("not");
        Evaluator test = membership(left);
        if (test == null) {
            if (negated) {
                throw unexpected("'in', 'between' or 'matches' after 'not'");
            }
            return left;
        }
        return negated ? Logic.not(test) : test;
    }

    private @Nullable Evaluator membership(Evaluator left) {
        if (take("in")) {
            expect("(");
            return Comparisons.in(left, arguments());
        }
        if (take("between")) {
            Evaluator low = sum();
            expect("and");
            Evaluator high = sum();
            return Logic.and(Comparisons.of(">=", left, low), Comparisons.of("<=", left, high));
        }
        if (take("matches")) {
            return matches(left);
        }
        return null;
    }

    /** The pattern is a literal, so that it is compiled once and its mistakes are found before the first row. */
    private Evaluator matches(Evaluator left) {
        Token pattern = peek();
        if (pattern.kind() != Token.Kind.TEXT) {
            throw unexpected("a pattern in quotes");
        }
        position++;
        try {
            Pattern compiled = Pattern.compile(pattern.text());
            return row -> {
                Object value = left.of(row);
                return value == null ? null : Patterns.found(compiled, Values.text(value));
            };
        } catch (PatternSyntaxException e) {
            throw new ExpressionException("'" + pattern.text() + "' at " + pattern.at()
                    + " is not a regular expression: " + e.getDescription() + " at " + e.getIndex());
        }
    }

    private Evaluator sum() {
        Evaluator left = product();
        while (peek().is("+") || peek().is("-")) {
            left = Arithmetic.of(next().text(), left, product());
        }
        return left;
    }

    private Evaluator product() {
        Evaluator left = signed();
        while (peek().is("*") || peek().is("/") || peek().is("%")) {
            left = Arithmetic.of(next().text(), left, signed());
        }
        return left;
    }

    private Evaluator signed() {
        int signs = 0;
        while (take("-")) {
            signs++;
        }
        Evaluator value = primary();
        // Two are not none: the value must still be a number.
        for (int i = signs == 0 ? 0 : 2 - signs % 2; i > 0; i--) {
            value = Arithmetic.of("-", row -> 0L, value);
        }
        return value;
    }

    private Evaluator primary() {
        Token token = next();
        return switch (token.kind()) {
            case NUMBER -> constant(Values.number(token.text()));
            case TEXT -> constant(token.text());
            case COLUMN -> column(token.text());
            case WORD -> named(token);
            case SYMBOL, END -> {
                if (!token.is("(")) {
                    position--;
                    throw unexpected("a column, a number, a text, a function or '('");
                }
                Evaluator inner = disjunction();
                expect(")");
                yield inner;
            }
        };
    }

    private Evaluator named(Token word) {
        return switch (word.text()) {
            case "true" -> constant(true);
            case "false" -> constant(false);
            case "missing" -> row -> null;
            case "and", "or", "not", "in", "is", "between", "matches" -> {
                position--;
                throw unexpected("a value; write `" + word.text() + "` if it is a column");
            }
            default -> take("(") ? Functions.call(word, arguments()) : column(word.text());
        };
    }

    /** After the opening bracket. */
    private List<Evaluator> arguments() {
        List<Evaluator> arguments = new ArrayList<>();
        if (!take(")")) {
            do {
                arguments.add(disjunction());
            } while (take(","));
            expect(")");
        }
        return arguments;
    }

    private Evaluator column(String name) {
        if (!columns.contains(name)) {
            columns.add(name);
        }
        int index = columns.indexOf(name);
        return row -> row.value(index);
    }

    private static Evaluator constant(@Nullable Object value) {
        return row -> value;
    }

    private Token peek() {
        return tokens.get(position);
    }

    private Token next() {
        Token token = peek();
        if (token.kind() == Token.Kind.END) {
            throw unexpected("a column, a number, a text, a function or '('");
        }
        position++;
        return token;
    }

    private boolean take(String word) {
        boolean taken = peek().is(word);
        position += taken ? 1 : 0;
        return taken;
    }

    private void expect(String word) {
        if (!take(word)) {
            throw unexpected("'" + word + "'");
        }
    }

    private ExpressionException unexpected(String allowed) {
        return new ExpressionException(
                peek().shown() + " at " + peek().at() + " is not expected; allowed is " + allowed);
    }
}
