package io.weir.expression;

import java.util.regex.Pattern;

/** Regular expressions that end. */
public final class Patterns {
    private Patterns() {}

    /**
     * Whether a pattern is found anywhere in a text.
     *
     * @throws ExpressionException if it takes more than {@link BoundedText#MAX_STEPS} steps
     */
    public static boolean found(Pattern pattern, CharSequence text) {
        try {
            return pattern.matcher(BoundedText.of(text)).find();
        } catch (StackOverflowError e) {
            throw new ExpressionException("the pattern '" + pattern + "' goes too deep on a text of " + text.length()
                    + " characters; make it simpler, or use possessive repetition such as (a|b)*+");
        }
    }
}
