package io.weir.jenkins.gate;

import io.weir.drift.DriftVerdict;
import io.weir.gate.data.ColumnShape;
import io.weir.jenkins.picture.Colours;
import io.weir.jenkins.picture.Numbers;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A column on the page and in the remote API. All texts come from outside; the page escapes them. */
@ExportedBean(defaultVisibility = 3)
public final class ColumnView {
    private final ColumnShape column;

    ColumnView(ColumnShape column) {
        this.column = column;
    }

    /** Its name. */
    @Exported
    public String getName() {
        return column.name();
    }

    /** What its values are. */
    @Exported
    public String getType() {
        return column.type();
    }

    /** Rows without a value. */
    @Exported
    public long getMissing() {
        return column.missing();
    }

    /** About how many different values. */
    @Exported
    public long getDistinct() {
        return column.distinct();
    }

    /** The verdict on its drift; empty if it was not compared. */
    @Exported
    public String getVerdict() {
        DriftVerdict verdict = column.verdict();
        return verdict == null ? "" : verdict.id();
    }

    /** Why. */
    @Exported
    public String getSentence() {
        return column.sentence();
    }

    /** Counts for people. */
    public String getFacts() {
        String missing = column.rows() == 0
                ? ""
                : ", " + Numbers.percent(column.missing() / (double) column.rows()) + " missing"
                        + (Double.isNaN(column.missingBefore())
                                ? ""
                                : " (baseline " + Numbers.percent(column.missingBefore()) + ")");
        String more = column.facts().isEmpty() ? "" : ", " + column.facts();
        return column.type() + ", about " + Numbers.grouped(column.distinct()) + " different" + missing + more;
    }

    /** The picture as SVG, escaped; empty if there is none. */
    public String getPicture() {
        return HistogramPicture.of(column);
    }

    /** Jenkins' class for the verdict's colour. */
    public String getColour() {
        DriftVerdict verdict = column.verdict();
        return verdict == null
                ? ""
                : switch (verdict) {
                    case DRIFTED -> Colours.ERROR;
                    case INSUFFICIENT_EVIDENCE -> Colours.WARNING;
                    case STABLE -> Colours.SUCCESS;
                };
    }

    /** The verdict in words. */
    public String getVerdictText() {
        DriftVerdict verdict = column.verdict();
        return verdict == null ? "" : verdict.id().replace('_', ' ');
    }
}
