package io.weir.jenkins.gate.model;

import io.weir.evaluation.explain.Importance;
import io.weir.evaluation.verdict.Numbers;
import io.weir.jenkins.picture.IntervalPicture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What a model leans on by one method, on the page and in the remote API. Names of features come from outside; page and picture escape
 * them.
 */
@ExportedBean(defaultVisibility = 3)
public final class ImportancesView {
    /** More lines nobody compares by eye; the table has all. */
    private static final int MAX_DRAWN = 40;

    private final List<Importance> importances;

    private ImportancesView(List<Importance> importances) {
        this.importances = importances;
    }

    /** One for each method. */
    static List<ImportancesView> of(List<Importance> importances) {
        Map<String, List<Importance>> methods = new LinkedHashMap<>();
        importances.forEach(each -> methods.computeIfAbsent(each.method(), method -> new ArrayList<>())
                .add(each));
        return methods.values().stream().map(ImportancesView::new).toList();
    }

    /** {@code permutation} or {@code shapley}. */
    @Exported
    public String getMethod() {
        return importances.getFirst().method();
    }

    /** The metric whose loss they are; empty if they are in units of the score. */
    @Exported
    public String getMetric() {
        String metric = importances.getFirst().metric();
        return metric == null ? "" : metric;
    }

    /** Whether there is a baseline's value beside any. */
    public boolean isCompared() {
        return importances.stream().anyMatch(each -> !Double.isNaN(each.baseline()));
    }

    /** Of each feature, the greatest first. */
    @Exported
    public List<ImportanceView> getFeatures() {
        return importances.stream().map(ImportanceView::new).toList();
    }

    /** All of them with their intervals, and rings for the baseline's. */
    public String getPicture() {
        List<IntervalPicture.Item> items = importances.stream()
                .limit(MAX_DRAWN)
                .map(each -> new IntervalPicture.Item(
                        each.feature(), each.value(), each.low(), each.high(), each.baseline()))
                .toList();
        return IntervalPicture.of(
                getMethod() + " importance of features, with two standard errors"
                        + (isCompared() ? "; rings are the baseline's" : ""),
                items,
                0);
    }

    /** A feature. */
    @ExportedBean(defaultVisibility = 4)
    public static final class ImportanceView {
        private final Importance importance;

        private ImportanceView(Importance importance) {
            this.importance = importance;
        }

        /** Its name. */
        @Exported
        public String getName() {
            return importance.feature();
        }

        /** How much the model leans on it. */
        @Exported
        public double getValue() {
            return importance.value();
        }

        /** The same for people. */
        public String getValueText() {
            return Numbers.shown(importance.value());
        }

        /** Two standard errors around it, for people; empty if there are none. */
        @Exported
        public String getInterval() {
            return Double.isNaN(importance.deviation())
                    ? ""
                    : Numbers.shown(importance.low()) + " to " + Numbers.shown(importance.high());
        }

        /** How much the baseline leans on it; null if that is not known. */
        @Exported
        public @Nullable Double getBaseline() {
            return Double.isNaN(importance.baseline()) ? null : importance.baseline();
        }

        /** The same for people; empty if it is not known. */
        public String getBaselineText() {
            return Shown.number(importance.baseline());
        }

        /** The difference from the baseline with two standard errors, for people; empty if there is none. */
        @Exported
        public String getDifference() {
            double deviation = importance.differenceDeviation();
            return Shown.number(importance.difference())
                    + (Double.isNaN(deviation) ? "" : " ± " + Numbers.shown(2 * deviation));
        }
    }
}
