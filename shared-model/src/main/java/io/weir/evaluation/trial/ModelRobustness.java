package io.weir.evaluation.trial;

import io.weir.evaluation.Comparison;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.RobustnessResult;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.explain.Disturbance;
import io.weir.evaluation.explain.Robustness;
import io.weir.evaluation.interval.Difference;
import io.weir.table.TableOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Calls a model with disturbed features: adds to a test's result how it bears noise and missing values. For models with one score a
 * row, of two classes or of numbers. Cost: {@link RobustnessSettings#predictions} predictions.
 */
public final class ModelRobustness {
    private static final String WHAT = "robustness";

    private final CalledRows.Source source;
    private final RobustnessSettings settings;
    private final Consumer<String> progress;

    /**
     * Disturbances with these settings.
     *
     * @param root folder that all files are in
     * @param trial of the same table
     * @param table a file, a folder or a glob below the root
     * @param progress takes sentences
     */
    public ModelRobustness(
            Path root,
            TableOptions options,
            TrialSettings trial,
            String table,
            RobustnessSettings settings,
            Consumer<String> progress) {
        this.source = new CalledRows.Source(root, options, trial, table);
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * The result of a test with what disturbances do, and a finding for each rule.
     *
     * @param tested of the same table
     * @throws IllegalArgumentException if the task has not one score a row, a setting is not for it, or scores are none
     * @throws IOException if the table can't be read, or the model can't be called
     * @throws java.io.InterruptedIOException soon after the thread is interrupted
     */
    public Evaluation added(Evaluation tested, CallableModel model) throws IOException {
        Set<String> metrics = new LinkedHashSet<>(settings.metrics());
        settings.rules().forEach(rule -> metrics.add(rule.metric()));
        CalledRows rows =
                CalledRows.draw(WHAT, source, tested, settings.sent(), settings.rows(), List.copyOf(metrics), model);
        CalledRows counted = rows.counted(
                WHAT,
                settings.predictions(rows.size()),
                "disturbed in " + settings.features().size() + " features",
                progress);
        return CalledRows.calling(WHAT, () -> disturbed(tested, counted));
    }

    private Evaluation disturbed(Evaluation tested, CalledRows rows) {
        Robustness robustness = new Robustness(
                rows.model(),
                rows.table(),
                settings.features(),
                rows.objectives(),
                source.trial().bootstrap());
        List<RobustnessResult> results = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Disturbance.Kind kind : Disturbance.Kind.values()) {
            for (double share : settings.shares().getOrDefault(kind, List.of())) {
                List<Disturbance> disturbances = robustness.by(kind, share);
                results.add(new RobustnessResult(
                        kind,
                        share,
                        rows.size(),
                        disturbances.stream().map(each -> result(each.change())).toList()));
                findings.addAll(judged(disturbances));
            }
        }
        return tested.toBuilder().robustness(results).findings(findings).build();
    }

    private List<Finding> judged(List<Disturbance> disturbances) {
        List<Finding> findings = new ArrayList<>();
        for (RobustnessSettings.Rule rule : settings.rules()) {
            disturbances.stream().filter(rule::isAbout).forEach(each -> findings.add(each.finding(rule.margin())));
        }
        return findings;
    }

    private static MetricResult result(Difference change) {
        return new MetricResult(
                change.metric().id(),
                change.metric().higherIsBetter(),
                change.baseline() + change.difference(),
                null,
                null,
                Comparison.of(change));
    }
}
