package jenkins.model;

import hudson.model.Action;
import hudson.model.Run;

/** An action that is told which build it belongs to. */
public interface RunAction2 extends Action {
    /** It was just added to that build. */
    void onAttached(Run<?, ?> run);

    /** It was loaded from disk with that build. */
    void onLoad(Run<?, ?> run);
}
