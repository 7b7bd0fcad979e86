package hudson.init;

/** How far the controller has come in its start. */
public enum InitMilestone {
    /** It begins. */
    STARTED,
    /** All plugins have been started. */
    PLUGINS_STARTED,
    /** All extensions are there. */
    EXTENSIONS_AUGMENTED,
    /** It is over. */
    COMPLETED
}
