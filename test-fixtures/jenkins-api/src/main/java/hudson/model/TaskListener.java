package hudson.model;

import java.io.PrintStream;

/** Where a build's log goes. */
public interface TaskListener {
    /** The log. */
    PrintStream getLogger();
}
