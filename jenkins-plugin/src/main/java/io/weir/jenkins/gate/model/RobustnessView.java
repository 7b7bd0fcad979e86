package io.weir.jenkins.gate.model;

import io.weir.evaluation.Comparison;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.RobustnessResult;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.verdict.Numbers;
import io.weir.jenkins.picture.IntervalPicture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What disturbances of the features do to one metric, on the page and in the remote API. */
@ExportedBean(defaultVisibility = 3)
public final class RobustnessView {
    private final String metric;
    private final List<DisturbanceView> disturbances;

    private RobustnessView(String metric, List<DisturbanceView> disturbances) {
        this.metric = metric;
        this.disturbances = disturbances;
    }

    /** One for each metric. */
    static List<RobustnessView> of(List<RobustnessResult> results) {
        Map<String, List<DisturbanceView>> metrics = new LinkedHashMap<>();
        for (RobustnessResult result : results) {
            for (MetricResult each : result.metrics()) {
                metrics.computeIfAbsent(each.metric(), name -> new ArrayList<>())
                        .add(new DisturbanceView(result, each));
            }
        }
        return metrics.entrySet().stream()
                .map(each -> new RobustnessView(each.getKey(), each.getValue()))
                .toList();
    }

    /** Its id. */
    @Exported
    public String getMetric() {
        return metric;
    }

    /** What each disturbance does. */
    @Exported
    public List<DisturbanceView> getDisturbances() {
        return disturbances;
    }

    /** All changes with their intervals; empty if none is defined. */
    public String getPicture() {
        List<IntervalPicture.Item> items = new ArrayList<>();
        for (DisturbanceView each : disturbances) {
            Double change = each.getChange();
            if (change != null) {
                Interval interval = each.interval();
                items.add(new IntervalPicture.Item(each.getName(), change, Shown.low(interval), Shown.high(interval)));
            }
        }
        return IntervalPicture.of("change of " + metric + " by disturbed features, dashed none", items, 0);
    }

    /** A disturbance. */
    @ExportedBean(defaultVisibility = 4)
    public static final class DisturbanceView {
        private final RobustnessResult result;
        private final MetricResult metric;

        private DisturbanceView(RobustnessResult result, MetricResult metric) {
            this.result = result;
            this.metric = metric;
        }

        private @Nullable Interval interval() {
            Comparison comparison = metric.comparison();
            return comparison == null ? null : comparison.interval();
        }

        /** What was done to the features, for people. */
        @Exported
        public String getName() {
            return result.disturbance().words(result.share());
        }

        /** The metric without it, for people; empty if it is not defined. */
        @Exported
        public String getUndisturbed() {
            Comparison comparison = metric.comparison();
            return comparison == null ? "" : Shown.number(comparison.baseline());
        }

        /** The metric with it, for people; empty if it is not defined. */
        @Exported
        public String getDisturbed() {
            return Shown.number(metric.value());
        }

        /** The change; null if it is not defined. */
        @Exported
        public @Nullable Double getChange() {
            Comparison comparison = metric.comparison();
            return comparison == null || !Double.isFinite(comparison.difference()) ? null : comparison.difference();
        }

        /** The change for people; empty if it is not defined. */
        public String getChangeText() {
            Double change = getChange();
            return change == null ? "" : Numbers.shown(change);
        }

        /** The change's interval for people, or why there is none. */
        @Exported
        public String getInterval() {
            Comparison comparison = metric.comparison();
            String note = comparison == null ? null : comparison.note();
            return interval() == null && note != null ? note : Shown.interval(interval());
        }

        /** Rows that it was measured with. */
        @Exported
        public long getRows() {
            return result.rows();
        }
    }
}
