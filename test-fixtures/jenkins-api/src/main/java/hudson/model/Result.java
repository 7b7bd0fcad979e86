package hudson.model;

/** What a build came to, best first. */
public final class Result {
    /** All went well. */
    public static final Result SUCCESS = new Result("SUCCESS", 0);

    /** It ran to its end and something is wrong. */
    public static final Result UNSTABLE = new Result("UNSTABLE", 1);

    /** It failed. */
    public static final Result FAILURE = new Result("FAILURE", 2);

    /** It wasn't built. */
    public static final Result NOT_BUILT = new Result("NOT_BUILT", 3);

    /** It was stopped. */
    public static final Result ABORTED = new Result("ABORTED", 4);

    private final String name;

    /** Higher is worse. */
    public final int ordinal;

    private Result(String name, int ordinal) {
        this.name = name;
        this.ordinal = ordinal;
    }

    /** Whether this one is worse. */
    public boolean isWorseThan(Result other) {
        return ordinal > other.ordinal;
    }

    @Override
    public String toString() {
        return name;
    }
}
