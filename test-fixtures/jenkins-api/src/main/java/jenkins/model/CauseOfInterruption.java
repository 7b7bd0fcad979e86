package jenkins.model;

import java.io.Serializable;

/** Why a build was stopped. */
public abstract class CauseOfInterruption implements Serializable {
    private static final long serialVersionUID = 1L;

    /** One line of plain text. */
    public abstract String getShortDescription();
}
