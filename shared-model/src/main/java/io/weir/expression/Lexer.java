package io.weir.expression;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into its words. */
final class Lexer {
    private static final List<String> SYMBOLS =
            List.of("<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "%", "(", ")", ",");

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", at);
        }
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            return quoted(Token.Kind.TEXT, c);
        }
        if (c == '`') {
            return quoted(Token.Kind.COLUMN, c);
        }
        if (isDigit(at) || c == '.' && isDigit(at + 1)) {
            return number();
        }
        if (Character.isJavaIdentifierStart(c)) {
            return word();
        }
        return symbol();
    }

    /** A quote inside is written twice. */
    private Token quoted(Token.Kind kind, char quote) {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != quote) {
                content.append(c);
            } else if (at < text.length() && text.charAt(at) == quote) {
                content.append(quote);
                at++;
            } else {
                return new Token(kind, content.toString(), start);
            }
        }
        throw new ExpressionException(
                "the " + quote + " at " + start + " has no end; a " + quote + " inside is written twice");
    }

    private Token number() {
        int start = at;
        skipDigits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            skipDigits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
            if (isDigit(at + 1 + sign)) {
                at += 1 + sign;
                skipDigits();
            }
        }
        return new Token(Token.Kind.NUMBER, text.substring(start, at), start);
    }

    private Token word() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        return new Token(Token.Kind.WORD, text.substring(start, at), start);
    }

    private Token symbol() {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                return new Token(Token.Kind.SYMBOL, symbol, at - symbol.length());
            }
        }
        throw new ExpressionException(
                "'" + text.charAt(at) + "' at " + at + " has no meaning here; allowed are names, numbers,"
                        + " 'texts', `columns` and " + String.join(" ", SYMBOLS)
                        + (text.charAt(at) == '=' ? " (equality is ==)" : ""));
    }

    private void skipDigits() {
        while (isDigit(at)) {
            at++;
        }
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
