package io.weir.evaluation;

import io.weir.evaluation.check.Finding;
import io.weir.evaluation.explain.Importance;
import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.slice.WeakSlice;
import io.weir.evaluation.verdict.Judgement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers a result; every list adds to what was given before. */
public final class EvaluationBuilder {
    private final String task;
    private final String model;
    private final long rows;
    private final BootstrapSettings bootstrap;
    private @Nullable String baseline;
    private double decisionThreshold = Double.NaN;
    private final List<MetricResult> metrics = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final List<SliceResult> slices = new ArrayList<>();
    private final List<WeakSlice> weakest = new ArrayList<>();
    private final List<FairnessResult> fairness = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Importance> importances = new ArrayList<>();
    private final List<RobustnessResult> robustness = new ArrayList<>();
    private @Nullable ConfusionMatrix confusion;
    private final List<ClassResult> classes = new ArrayList<>();

    /** A result without anything in it. */
    public EvaluationBuilder(String task, String model, long rows, BootstrapSettings bootstrap) {
        this.task = task;
        this.model = model;
        this.rows = rows;
        this.bootstrap = bootstrap;
    }

    /** What the model was compared with. */
    public EvaluationBuilder baseline(@Nullable String name) {
        this.baseline = name;
        return this;
    }

    /** From which score on a row is predicted positive. */
    public EvaluationBuilder decisionThreshold(double score) {
        this.decisionThreshold = score;
        return this;
    }

    /** Adds metrics. */
    public EvaluationBuilder metrics(List<MetricResult> added) {
        metrics.addAll(added);
        return this;
    }

    /** Adds judgements. */
    public EvaluationBuilder judgements(List<Judgement> added) {
        judgements.addAll(added);
        return this;
    }

    /** Adds slices. */
    public EvaluationBuilder slices(List<SliceResult> added) {
        slices.addAll(added);
        return this;
    }

    /** Adds what the search found. */
    public EvaluationBuilder weakest(List<WeakSlice> added) {
        weakest.addAll(added);
        return this;
    }

    /** Adds fairness results. */
    public EvaluationBuilder fairness(List<FairnessResult> added) {
        fairness.addAll(added);
        return this;
    }

    /** Adds curves. */
    public EvaluationBuilder curves(List<Curve> added) {
        curves.addAll(added);
        return this;
    }

    /** Adds findings of checks. */
    public EvaluationBuilder findings(List<Finding> added) {
        findings.addAll(added);
        return this;
    }

    /** Adds importances of features. */
    public EvaluationBuilder importances(List<Importance> added) {
        importances.addAll(added);
        return this;
    }

    /** Adds what disturbances of the features do. */
    public EvaluationBuilder robustness(List<RobustnessResult> added) {
        robustness.addAll(added);
        return this;
    }

    /** Rows by class and predicted class. */
    public EvaluationBuilder confusion(@Nullable ConfusionMatrix matrix) {
        this.confusion = matrix;
        return this;
    }

    /** Adds results of classes. */
    public EvaluationBuilder classes(List<ClassResult> added) {
        classes.addAll(added);
        return this;
    }

    /** The result. */
    public Evaluation build() {
        return new Evaluation(
                task,
                model,
                baseline,
                rows,
                decisionThreshold,
                bootstrap,
                metrics,
                judgements,
                slices,
                weakest,
                fairness,
                curves,
                findings,
                importances,
                robustness,
                confusion,
                classes);
    }
}
