package hudson.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The causes of a build. */
public class CauseAction implements Action {
    private final List<Cause> causes;

    /** With these causes. */
    public CauseAction(Cause... causes) {
        this.causes = List.of(causes);
    }

    /** The causes. */
    public List<Cause> getCauses() {
        return causes;
    }

    @Override
    public @Nullable String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return "Cause";
    }

    @Override
    public String getUrlName() {
        return "cause";
    }
}
