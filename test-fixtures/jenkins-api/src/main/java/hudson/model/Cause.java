package hudson.model;

/** Why a build was started. */
public abstract class Cause {
    /** One line of plain text; whoever shows it escapes it. */
    public abstract String getShortDescription();
}
