package io.weir.jenkins.delivery;

/**
 * Which people had a hand in an assignment.
 *
 * @param approvedBy id of the user who approved it, empty if nobody had to
 * @param startedBy id of the user who started it although it was held, empty if nobody did
 */
public record Decisions(String approvedBy, String startedBy) {
    /** Nobody. */
    public static final Decisions NONE = new Decisions("", "");

    /** The same, approved. */
    Decisions approved(String user) {
        return new Decisions(user, startedBy);
    }

    /** The same, started by a person. */
    Decisions started(String user) {
        return new Decisions(approvedBy, user);
    }
}
