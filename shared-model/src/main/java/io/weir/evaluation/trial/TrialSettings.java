package io.weir.evaluation.trial;

import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.verdict.Threshold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model is tested; {@link TrialSettingsReader} reads it, {@code docs/evaluation.md} has every field.
 *
 * @param model its name for people; null is the name of the predictions
 * @param task null is told from the data
 * @param positive the positive class; null is told from the data
 * @param decision score from which on the positive class, or a label, is predicted
 * @param ranks the k of metrics at k; empty is the task's own
 * @param history that a forecast's errors are scaled by, or null
 * @param cut how rows are cut into slices
 * @param metrics to show; empty is all
 */
public record TrialSettings(
        @Nullable String model,
        Roles roles,
        @Nullable Task task,
        @Nullable String positive,
        double decision,
        List<Integer> ranks,
        @Nullable History history,
        SliceSettings cut,
        List<String> metrics,
        List<Threshold> thresholds,
        List<FairnessChoice> fairness,
        @Nullable BaselineChoice baseline,
        CheckSettings checks,
        BootstrapSettings bootstrap,
        int maxRows) {
    /** Rows that are loaded at most: at twenty columns of numbers about 3 GB. */
    public static final int DEFAULT_MAX_ROWS = 20_000_000;

    /**
     * What came before a forecast.
     *
     * @param file with the columns of label and series, in order of time
     * @param season steps of a season; 1 compares with the last value
     */
    public record History(String file, int season) {}

    /**
     * How rows are cut.
     *
     * @param columns each a slice by the values of one or more columns
     * @param ranges that a column of numbers is cut into
     * @param least rows of a slice
     * @param search columns to look for the weakest parts in; empty does not search
     */
    public record SliceSettings(List<List<String>> columns, int ranges, int least, List<String> search) {
        /** Copies the lists. */
        public SliceSettings {
            columns = columns.stream().map(List::copyOf).toList();
            search = List.copyOf(search);
        }
    }

    /** Patterns of the files that are read beside the predictions. */
    public List<String> otherFiles() {
        List<String> files = new ArrayList<>();
        if (baseline instanceof BaselineChoice.Paired paired && paired.file() != null) {
            files.add(paired.file());
        }
        if (baseline instanceof BaselineChoice.Earlier earlier) {
            files.add(earlier.file());
        }
        if (history != null) {
            files.add(history.file());
        }
        if (checks.train() != null) {
            files.add(checks.train());
        }
        return files;
    }

    /** The same, compared with something else. */
    public TrialSettings against(BaselineChoice other) {
        return with(other, thresholds);
    }

    /** The same without a baseline and the thresholds that need one. */
    public TrialSettings withoutBaseline() {
        return with(
                null,
                thresholds.stream()
                        .filter(threshold -> !threshold.kind().comparesWithBaseline())
                        .toList());
    }

    private TrialSettings with(@Nullable BaselineChoice other, List<Threshold> asked) {
        return new TrialSettings(
                model, roles, task, positive, decision, ranks, history, cut, metrics, asked, fairness, other, checks,
                bootstrap, maxRows);
    }

    /** Copies the lists. */
    public TrialSettings {
        ranks = List.copyOf(ranks);
        metrics = List.copyOf(metrics);
        thresholds = List.copyOf(thresholds);
        fairness = List.copyOf(fairness);
    }
}
