package io.weir.jenkins.gate;

import io.weir.gate.GateFinding;
import io.weir.jenkins.picture.Colours;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A finding on the page and in the remote API. All texts come from outside; the page escapes them. */
@ExportedBean(defaultVisibility = 3)
public final class FindingView {
    private final GateFinding finding;

    FindingView(GateFinding finding) {
        this.finding = finding;
    }

    /** What sort of thing it is. */
    @Exported
    public String getKind() {
        return finding.kind();
    }

    /** Of the check or measure. */
    @Exported
    public String getName() {
        return finding.name();
    }

    /** What it is about; empty if the whole. */
    @Exported
    public String getColumn() {
        return finding.column() == null ? "" : finding.column();
    }

    /** How bad it is if it does not hold. */
    @Exported
    public String getSeverity() {
        return finding.gravity().id();
    }

    /** Whether it holds. */
    @Exported
    public String getOutcome() {
        return finding.outcome().id();
    }

    /** Why. */
    @Exported
    public String getReason() {
        return finding.reason();
    }

    /** Jenkins' class for the outcome's colour. */
    public String getColour() {
        return Colours.of(finding.outcome(), finding.gravity());
    }
}
