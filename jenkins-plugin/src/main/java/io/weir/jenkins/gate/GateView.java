package io.weir.jenkins.gate;

import hudson.model.Api;
import hudson.model.ModelObject;
import hudson.model.Run;
import io.weir.evaluation.Evaluation;
import io.weir.gate.GateData;
import io.weir.gate.GateReference;
import io.weir.gate.GateResult;
import io.weir.gate.data.DataGateReport;
import io.weir.jenkins.access.WeirPermissions;
import io.weir.jenkins.gate.model.ModelView;
import io.weir.jenkins.picture.Colours;
import io.weir.jenkins.picture.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * One gate on the page and in the remote API, read from its files anew; what it found only if somebody asks for that, as lists of
 * gates do not. All texts come from outside; the page escapes them.
 */
@ExportedBean(defaultVisibility = 2)
public final class GateView implements ModelObject, StaplerProxy {
    private final Run<?, ?> run;
    private final int number;
    private final GateResult result;
    private final GateFiles files;
    private @Nullable Found found;

    GateView(Run<?, ?> run, GateFiles.Numbered gate, GateFiles files) {
        this.run = run;
        this.number = gate.number();
        this.result = gate.result();
        this.files = files;
    }

    private record Found(
            @Nullable DataGateReport report, @Nullable ModelView model) {}

    private synchronized Found found() {
        Found known = found;
        if (known == null) {
            DataGateReport report = files.report(number);
            Evaluation evaluation = report == null ? files.evaluation(number) : null;
            known = new Found(report, evaluation == null ? null : new ModelView(evaluation));
            found = known;
        }
        return known;
    }

    private @Nullable DataGateReport report() {
        return found().report();
    }

    /** The build, for the page's frame. */
    public Run<?, ?> getRun() {
        return run;
    }

    /** Refuses the page to whoever may not see it; also what makes it one that Stapler serves. */
    @Override
    public Object getTarget() {
        run.checkPermission(WeirPermissions.VIEW);
        return this;
    }

    @Override
    public String getDisplayName() {
        return result.gate() + " " + number;
    }

    /** The remote API. */
    public Api getApi() {
        return new Api(this);
    }

    /** Which of the build's gates it is. */
    @Exported
    public int getNumber() {
        return number;
    }

    /** The same here and in Elasticsearch. */
    @Exported
    public String getId() {
        return result.id();
    }

    /** The step's name. */
    @Exported
    public String getGate() {
        return result.gate();
    }

    /** What it is about. */
    @Exported
    public String getSubject() {
        return result.subject();
    }

    /** What was decided. */
    @Exported
    public String getVerdict() {
        return result.verdict().id();
    }

    /** The verdict in words. */
    public String getVerdictText() {
        return result.verdict().id().replace('_', ' ');
    }

    /** Jenkins' class for the verdict's colour. */
    public String getColour() {
        return Colours.of(result.verdict());
    }

    /** Why. */
    @Exported
    public String getReason() {
        return result.reason();
    }

    /** When it began, in UTC. */
    @Exported
    public String getStartedAt() {
        return result.startedAt().toString();
    }

    /** How long it took. */
    @Exported
    public long getDurationMillis() {
        return result.durationMillis();
    }

    /** Rows of the data. */
    @Exported
    public long getRows() {
        GateData data = result.data();
        return data == null ? 0 : data.rows();
    }

    /** What was looked at, for people. */
    public String getData() {
        GateData data = result.data();
        return data == null
                ? ""
                : Numbers.grouped(data.rows()) + " rows, " + data.columns() + " columns, "
                        + Numbers.grouped(data.bytes()) + " bytes in " + data.files() + " file(s)";
    }

    /** Version of the data; empty if it was not asked for. */
    @Exported
    public String getDigest() {
        GateData data = result.data();
        return data == null || data.digest() == null ? "" : data.digest();
    }

    /** What it was compared with; empty if nothing. */
    @Exported
    public String getBaseline() {
        GateReference baseline = result.baseline();
        return baseline == null ? "" : baseline.name();
    }

    /** The baseline with its rows, for people. */
    public String getBaselineText() {
        GateReference baseline = result.baseline();
        if (baseline == null) {
            return "";
        }
        return baseline.name() + (baseline.rows() == 0 ? "" : ", " + Numbers.grouped(baseline.rows()) + " rows");
    }

    /** Where the profile is kept; empty if it was not sent. */
    @Exported
    public String getProfile() {
        GateReference profile = result.profile();
        return profile == null ? "" : profile.name();
    }

    /** Checks and comparisons, failed ones first. */
    @Exported
    public List<FindingView> getFindings() {
        return result.findings().stream().map(FindingView::new).toList();
    }

    /** How many are not listed. */
    @Exported
    public long getFindingsOmitted() {
        return result.findingsOmitted();
    }

    /** The columns, drifted ones first. */
    @Exported
    public List<ColumnView> getColumns() {
        DataGateReport report = report();
        return report == null
                ? List.of()
                : report.columns().stream().map(ColumnView::new).toList();
    }

    /** How many are not drawn. */
    public int getColumnsOmitted() {
        DataGateReport report = report();
        return report == null ? 0 : report.columnsOmitted();
    }

    /** What a model's test found; null if it was none, or that can't be read any more. */
    @Exported
    public @Nullable ModelView getModel() {
        return found().model();
    }

    /** Whether what the gate found can't be read any more, so that the lower part of the page is missing. */
    public boolean isReportLost() {
        return report() == null && getModel() == null;
    }

    /** File of all failing rows in the workspace; empty if there is none. */
    @Exported
    public String getFailures() {
        DataGateReport report = report();
        String file = report == null ? null : report.checks().failureFile();
        return file == null ? "" : file;
    }

    /** Address of that file among the build's artifacts, relative to the root; empty if it is not archived. */
    public String getFailuresUrl() {
        return Artifacts.url(run, getFailures());
    }

    /** File of a proposed schema in the workspace; empty if there is none. */
    @Exported
    public String getProposedSchema() {
        DataGateReport.Proposed proposed = proposed();
        return proposed == null ? "" : proposed.file();
    }

    /** How many columns it has that the schema so far has not. */
    public int getProposedColumns() {
        DataGateReport.Proposed proposed = proposed();
        return proposed == null ? 0 : proposed.added();
    }

    private DataGateReport.@Nullable Proposed proposed() {
        DataGateReport report = report();
        return report == null ? null : report.proposed();
    }

    /** Address of that file among the build's artifacts, relative to the root; empty if it is not archived. */
    public String getProposedSchemaUrl() {
        return Artifacts.url(run, getProposedSchema());
    }
}
