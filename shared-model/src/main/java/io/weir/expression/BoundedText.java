package io.weir.expression;

/**
 * A text that can be read a bounded number of times, which ends a regular expression that goes round and round in it.
 * Counts steps instead of time, so that the same input always gives the same answer.
 */
public final class BoundedText implements CharSequence {
    /** What a sane expression needs on a text of a few kilobytes, a hundred times over; about 10 ms. */
    public static final int MAX_STEPS = 1_000_000;

    private final CharSequence text;
    private final int[] left;

    private BoundedText(CharSequence text, int[] left) {
        this.text = text;
        this.left = left;
    }

    /** A text for one match. */
    public static BoundedText of(CharSequence text) {
        return new BoundedText(text, new int[] {MAX_STEPS});
    }

    @Override
    public char charAt(int index) {
        if (left[0]-- == 0) {
            throw new ExpressionException("the pattern takes more than " + MAX_STEPS + " steps on a text of "
                    + text.length() + " characters; make it simpler: nested repetitions go through all ways to match");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
