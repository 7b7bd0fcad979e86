package io.weir.jenkins.gate.model;

import io.weir.evaluation.Comparison;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.verdict.Numbers;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A metric on the page and in the remote API. */
@ExportedBean(defaultVisibility = 3)
public final class MetricView {
    private final MetricResult metric;

    MetricView(MetricResult metric) {
        this.metric = metric;
    }

    /** Its id. */
    @Exported
    public String getName() {
        return metric.metric();
    }

    /** Its value; null if it is not defined. */
    @Exported
    public @Nullable Double getValue() {
        return Double.isNaN(metric.value()) ? null : metric.value();
    }

    /** The value for people. */
    public String getValueText() {
        return Numbers.shown(metric.value());
    }

    /** Its confidence interval for people; empty if there is none. */
    @Exported
    public String getInterval() {
        return Shown.interval(metric.interval());
    }

    /** The baseline's value for people; empty if there is none. */
    @Exported
    public String getBaseline() {
        Comparison comparison = metric.comparison();
        return comparison == null ? "" : Shown.number(comparison.baseline());
    }

    /** The difference from the baseline with its interval, for people; empty if there is none. */
    @Exported
    public String getDifference() {
        Comparison comparison = metric.comparison();
        if (comparison == null || Double.isNaN(comparison.difference())) {
            return "";
        }
        String interval = Shown.interval(comparison.interval());
        String test = Double.isNaN(comparison.pValue())
                ? ""
                : ", " + comparison.test() + " p " + Numbers.shown(comparison.pValue());
        return Numbers.shown(comparison.difference()) + (interval.isEmpty() ? "" : " (" + interval + ")") + test;
    }

    /** Why there is no value or no interval; empty if there are. */
    @Exported
    public String getNote() {
        String note = metric.note();
        return note == null ? "" : note;
    }
}
