package io.weir.anomaly;

/**
 * The period after which a series is expected to repeat itself.
 *
 * @param mode found from the data, none, or given
 * @param periodMillis the given period in milliseconds; 0 unless {@code mode} is {@link Mode#GIVEN}
 */
public record Season(Mode mode, long periodMillis) {
    /** Where the period comes from. */
    public enum Mode {
        /** Found from the data. */
        AUTO,
        /** The series is not seasonal. */
        NONE,
        /** Given by the user. */
        GIVEN
    }

    /** The season is found from the data. */
    public static final Season AUTO = new Season(Mode.AUTO, 0);

    /** The series has no season. */
    public static final Season NONE = new Season(Mode.NONE, 0);

    /** Checks that a period is given exactly when the mode asks for one. */
    public Season {
        if ((mode == Mode.GIVEN) != (periodMillis > 0)) {
            throw new IllegalArgumentException("season period is " + periodMillis + " ms with mode " + mode
                    + "; a given season needs a period of at least 1 ms, the others take none");
        }
    }

    /** A season of {@code millis} milliseconds, at least 1. */
    public static Season of(long millis) {
        return new Season(Mode.GIVEN, millis);
    }
}
