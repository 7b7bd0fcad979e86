package io.weir.evaluation.trial;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.explain.FeatureTable;
import io.weir.evaluation.explain.Importance;
import io.weir.evaluation.explain.ImportanceComparison;
import io.weir.evaluation.explain.Objective;
import io.weir.evaluation.explain.PermutationImportance;
import io.weir.evaluation.explain.ShapleySampling;
import io.weir.evaluation.verdict.Verdict;
import io.weir.table.TableOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Calls a model again and again with changed features: adds to a test's result what it leans on, beside what a baseline leans on.
 * For models with one score a row, of two classes or of numbers. Cost: {@link ExplanationSettings#predictions} predictions.
 */
public final class ModelExplanation {
    private static final String WHAT = "explain";

    /** Of each method; a result has room for both. */
    private static final int MOST = 200;

    private final CalledRows.Source source;
    private final ExplanationSettings settings;
    private final Consumer<String> progress;

    /**
     * An explanation with these settings.
     *
     * @param root folder that all files are in
     * @param trial of the same table
     * @param table a file, a folder or a glob below the root
     * @param progress takes sentences
     */
    public ModelExplanation(
            Path root,
            TableOptions options,
            TrialSettings trial,
            String table,
            ExplanationSettings settings,
            Consumer<String> progress) {
        this.source = new CalledRows.Source(root, options, trial, table);
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Checks that a task has one score a row, as everything that calls a model needs.
     *
     * @param what that is
     * @throws IllegalArgumentException if it has not, saying what to do
     */
    public static void requireOneScore(String what, Task task) {
        CalledRows.requireOneScore(what, task);
    }

    /**
     * The result of a test with importances and findings added.
     *
     * @param tested of the same table
     * @throws IllegalArgumentException if the task has not one score a row, a setting is not for it, or scores are none
     * @throws IOException if the table can't be read, or the model can't be called
     * @throws java.io.InterruptedIOException soon after the thread is interrupted
     */
    public Evaluation added(Evaluation tested, CallableModel model) throws IOException {
        List<String> metrics = settings.metric() == null ? List.of() : List.of(settings.metric());
        CalledRows rows = CalledRows.draw(WHAT, source, tested, settings.sent(), settings.rows(), metrics, model);
        CalledRows counted = rows.counted(
                WHAT,
                settings.predictions(rows.size()),
                "changed in " + settings.features().size() + " features",
                progress);
        return CalledRows.calling(WHAT, () -> explained(tested, counted));
    }

    private Evaluation explained(Evaluation tested, CalledRows rows) throws IOException {
        Objective objective = rows.objectives().getFirst();
        if (Double.isNaN(objective.value(rows.model().checkedScores(rows.table().rows())))) {
            String why = objective.metric().id() + " has no value on the " + rows.size() + " rows that were drawn: "
                    + objective.metric().whyUndefined() + "; draw more by rows.";
            return tested.toBuilder()
                    .findings(List.of(
                            new Finding("explanation", "importance", Double.NaN, Verdict.INSUFFICIENT_EVIDENCE, why)))
                    .build();
        }
        List<Finding> findings = new ArrayList<>();
        List<Importance> importances = new ArrayList<>();
        List<Importance> earlier = earlier();
        if (settings.permutations() > 0) {
            addBeside(permutation(rows, objective), earlier, importances, findings);
        }
        if (settings.shapley() > 0) {
            addBeside(shapley(rows), earlier, importances, findings);
        }
        return tested.toBuilder().findings(findings).importances(importances).build();
    }

    private List<Importance> permutation(CalledRows rows, Objective objective) {
        return PermutationImportance.of(
                rows.model(), rows.table(), settings.features(), objective, settings.permutations(), seed());
    }

    private List<Importance> shapley(CalledRows rows) {
        FeatureTable all = rows.table();
        double[][] explained = Arrays.copyOf(all.rows(), Math.min(settings.shapley(), rows.size()));
        return ShapleySampling.of(
                        rows.model(), new FeatureTable(all.features(), explained), all.rows(), settings.pairs(), seed())
                .stream()
                .filter(each -> settings.features().contains(each.feature()))
                .toList();
    }

    private long seed() {
        return source.trial().bootstrap().seed();
    }

    private List<Importance> earlier() throws IOException {
        BaselineChoice choice = source.trial().baseline();
        if (choice instanceof BaselineChoice.Known known) {
            return known.result().importances();
        }
        return choice instanceof BaselineChoice.Earlier file
                ? Baselines.read(file.file(), source.root()).importances()
                : List.of();
    }

    private void addBeside(
            List<Importance> own, List<Importance> earlier, List<Importance> importances, List<Finding> findings) {
        List<Importance> defined =
                own.stream().filter(each -> Double.isFinite(each.value())).toList();
        if (defined.size() < own.size()) {
            findings.add(undefined(own));
        }
        ImportanceComparison comparison = ImportanceComparison.of(defined, earlier);
        comparison.importances().stream()
                .sorted(Comparator.comparingDouble(Importance::value).reversed())
                .limit(MOST)
                .forEach(importances::add);
        if (!comparison.changes().isEmpty() || settings.comparesWithBaseline()) {
            findings.add(comparison.finding(settings.agreement()));
        }
    }

    private static Finding undefined(List<Importance> own) {
        Importance first = own.stream()
                .filter(each -> !Double.isFinite(each.value()))
                .findFirst()
                .orElseThrow();
        return new Finding(
                "explanation",
                first.feature(),
                Double.NaN,
                Verdict.INSUFFICIENT_EVIDENCE,
                "the " + first.method() + " importance of '" + first.feature() + "' is not defined, as "
                        + first.metric()
                        + " has no value once the feature is shuffled; look at another metric by explain.metric.");
    }
}
