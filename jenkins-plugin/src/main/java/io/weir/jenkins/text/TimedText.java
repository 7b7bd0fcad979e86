package io.weir.jenkins.text;

/** A text that can be read until a deadline, which ends a regular expression that goes round and round in it. */
final class TimedText implements CharSequence {
    private final CharSequence text;
    private final long deadline;

    TimedText(CharSequence text, long deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    @Override
    public char charAt(int index) {
        if (System.nanoTime() - deadline > 0) {
            throw new Late();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new TimedText(text.subSequence(start, end), deadline);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Time is up. */
    static final class Late extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Late() {
            super("time is up", null, false, false);
        }
    }
}
