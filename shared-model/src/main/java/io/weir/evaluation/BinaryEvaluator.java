package io.weir.evaluation;

import io.weir.evaluation.interval.BinarySample;
import io.weir.evaluation.interval.BinaryScans;
import io.weir.evaluation.interval.Bootstrap;
import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;
import io.weir.evaluation.verdict.Judge;
import io.weir.evaluation.verdict.Judgement;
import io.weir.evaluation.verdict.Threshold;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests a binary classifier by its scores.
 *
 * <p>Time is that of one sort of the rows and one pass over them; replicates do not depend on rows. Not for use by several
 * threads at once; it uses the common pool itself, and results do not depend on how large that is.
 */
public final class BinaryEvaluator {
    /** Where a probability says yes. */
    public static final double DEFAULT_DECISION_THRESHOLD = 0.5;

    private final String model;
    private final BinaryScores scores;
    private double decisionThreshold = DEFAULT_DECISION_THRESHOLD;
    private BootstrapSettings bootstrap = BootstrapSettings.defaults();
    private final List<Threshold> thresholds = new ArrayList<>();

    /** A test of these scores. */
    public BinaryEvaluator(String model, BinaryScores scores) {
        this.model = model;
        this.scores = scores;
    }

    /** Predicts label 1 from this score on. */
    public BinaryEvaluator decisionThreshold(double score) {
        this.decisionThreshold = score;
        return this;
    }

    /** Draws intervals so. */
    public BinaryEvaluator bootstrap(BootstrapSettings settings) {
        this.bootstrap = settings;
        return this;
    }

    /**
     * Asks this of the model.
     *
     * @throws IllegalArgumentException if there is no such metric
     */
    public BinaryEvaluator require(Threshold threshold) {
        BinaryMetric.named(threshold.metric());
        thresholds.add(threshold);
        return this;
    }

    /** Evaluates. */
    public Evaluation evaluate() {
        BinarySample all = new BinaryScans(scores, ScoreOrder.of(scores), decisionThreshold).all();
        List<MetricResult> metrics =
                Bootstrap.of(all, bootstrap, 0).stream().map(MetricResult::of).toList();
        List<Judgement> judgements = thresholds.stream()
                .map(threshold -> judge(
                        threshold,
                        metrics.get(BinaryMetric.named(threshold.metric()).ordinal())))
                .toList();
        return new Evaluation(
                "binary",
                model,
                null,
                scores.size(),
                decisionThreshold,
                bootstrap,
                metrics,
                judgements,
                List.of(),
                BinaryCurves.of(all));
    }

    private Judgement judge(Threshold threshold, MetricResult result) {
        return Judge.absolute(threshold, result.value(), result.interval(), result.note(), scores.size());
    }
}
