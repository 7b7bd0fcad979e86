package hudson.model;

import java.io.PrintStream;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** Where a build's log goes. */
public interface TaskListener extends SerializableOnlyOverRemoting {
    /** The log. */
    PrintStream getLogger();
}
