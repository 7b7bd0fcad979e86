package io.weir.jenkins.report;

/**
 * What came of an attempt.
 *
 * @param verdict whether to try again
 * @param reason one line; empty if it arrived
 */
public record Sent(Verdict verdict, String reason) {
    /** What to do next. */
    public enum Verdict {
        /** Nothing. */
        ARRIVED,
        /** It may work later. */
        TRY_AGAIN,
        /** It will never work. */
        REFUSED
    }

    /** Elasticsearch has it. */
    public static Sent arrived() {
        return new Sent(Verdict.ARRIVED, "");
    }

    /** It did not arrive, and may later. */
    public static Sent tryAgain(String reason) {
        return new Sent(Verdict.TRY_AGAIN, reason);
    }

    /** What an HTTP status of Elasticsearch means. */
    public static Sent of(int status, String body) {
        return of("Elasticsearch", status, body);
    }

    /** What an HTTP status of that server means. */
    public static Sent of(String server, int status, String body) {
        if (status / 100 == 2) {
            return arrived();
        }
        String reason = server + " answered " + status + ": " + body;
        boolean hopeless = status == 400 || status == 404 || status == 405 || status == 413 || status == 422;
        return new Sent(hopeless ? Verdict.REFUSED : Verdict.TRY_AGAIN, reason);
    }
}
