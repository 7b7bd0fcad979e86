package io.weir.expression;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param text as written, without quotes
 * @param at index of its first character
 */
record Token(Kind kind, String text, int at) {
    /** What a token can be. */
    enum Kind {
        /** A name that may be a keyword, a function or a column. */
        WORD,
        /** A name in backticks: a column whatever it is called. */
        COLUMN,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(word);
    }

    /** As an error message says it. */
    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
