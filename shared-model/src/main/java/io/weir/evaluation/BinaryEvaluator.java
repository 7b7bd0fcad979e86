package io.weir.evaluation;

import io.weir.evaluation.fairness.Fairness;
import io.weir.evaluation.fairness.FairnessJudge;
import io.weir.evaluation.fairness.FairnessRule;
import io.weir.evaluation.fairness.FairnessVerdict;
import io.weir.evaluation.interval.BinarySample;
import io.weir.evaluation.interval.BinaryScans;
import io.weir.evaluation.interval.Bootstrap;
import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.interval.Difference;
import io.weir.evaluation.interval.PairedBootstrap;
import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;
import io.weir.evaluation.slice.Partition;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.verdict.Judgement;
import io.weir.evaluation.verdict.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tests a binary classifier by its scores.
 *
 * <p>Time is that of one sort of the rows and one pass over them for each set of slices; replicates do not depend on rows. Not for
 * use by several threads at once; it uses the common pool itself, and results do not depend on how large that is.
 */
public final class BinaryEvaluator {
    /** Where a probability says yes. */
    public static final double DEFAULT_DECISION_THRESHOLD = 0.5;

    private final String model;
    private final BinaryScores scores;
    private double decisionThreshold = DEFAULT_DECISION_THRESHOLD;
    private BootstrapSettings bootstrap = BootstrapSettings.defaults();
    private @Nullable String baselineName;
    private double @Nullable [] baselineScores;
    private int leastSliceRows = BinarySlices.DEFAULT_LEAST_ROWS;
    private @Nullable WeakSearch search;
    private final List<Threshold> thresholds = new ArrayList<>();
    private final List<List<SliceColumn>> slices = new ArrayList<>();
    private final List<FairnessQuestion> fairness = new ArrayList<>();

    private record FairnessQuestion(
            List<SliceColumn> columns, @Nullable String reference, List<FairnessRule> rules) {}

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

    /** Compares with another model's scores of the same rows, with the same decision threshold. */
    public BinaryEvaluator baseline(String name, double[] scoresOfSameRows) {
        this.baselineName = name;
        this.baselineScores = scoresOfSameRows;
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

    /** Evaluates every combination of these columns' values apart. */
    public BinaryEvaluator slice(List<SliceColumn> columns) {
        slices.add(List.copyOf(columns));
        return this;
    }

    /** Leaves out slices with fewer rows. */
    public BinaryEvaluator leastSliceRows(int rows) {
        this.leastSliceRows = rows;
        return this;
    }

    /** Looks for the parts where the model is worst. */
    public BinaryEvaluator searchWeakest(WeakSearch settings) {
        this.search = settings;
        return this;
    }

    /**
     * Compares groups of people.
     *
     * @param columns more than one compares their intersections
     * @param reference name of the group to compare with; null takes the largest
     */
    public BinaryEvaluator fairness(List<SliceColumn> columns, @Nullable String reference, List<FairnessRule> rules) {
        fairness.add(new FairnessQuestion(List.copyOf(columns), reference, List.copyOf(rules)));
        return this;
    }

    /**
     * Evaluates.
     *
     * @throws IllegalArgumentException if a threshold needs a baseline and there is none
     */
    public Evaluation evaluate() {
        ScoreOrder order = ScoreOrder.of(scores);
        BinaryScans scans = new BinaryScans(scores, order, decisionThreshold);
        BinarySample all = scans.all();
        List<MetricResult> metrics = metrics(all, order);
        EvaluationBuilder result = new EvaluationBuilder("binary", model, scores.size(), bootstrap)
                .baseline(baselineName)
                .decisionThreshold(decisionThreshold)
                .metrics(metrics)
                .judgements(thresholds.stream().map(t -> judge(t, metrics)).toList())
                .slices(BinarySlices.of(scans, slices, leastSliceRows, bootstrap))
                .curves(BinaryCurves.of(all, scores));
        if (search != null) {
            result.weakest(search.find(scores, decisionThreshold));
        }
        return result.fairness(fairness.stream().map(this::answer).toList()).build();
    }

    private List<MetricResult> metrics(BinarySample all, ScoreOrder order) {
        List<MetricResult> metrics = new ArrayList<>();
        Bootstrap.of(all, bootstrap, 0).forEach(estimate -> metrics.add(MetricResult.of(estimate)));
        if (baselineScores != null) {
            List<Difference> differences =
                    new PairedBootstrap(scores, order, baselineScores, decisionThreshold, bootstrap).differences();
            metrics.replaceAll(metric -> metric.with(Comparison.of(
                    differences.get(BinaryMetric.named(metric.metric()).ordinal()))));
        }
        return metrics;
    }

    private Judgement judge(Threshold threshold, List<MetricResult> metrics) {
        BinaryMetric metric = BinaryMetric.named(threshold.metric());
        return Judgements.of(threshold, metrics.get(metric.ordinal()), scores.size());
    }

    private FairnessResult answer(FairnessQuestion question) {
        String attribute = question.columns().stream().map(SliceColumn::name).collect(Collectors.joining(", "));
        Fairness answer = Fairness.of(
                attribute, scores, decisionThreshold, Partition.of(question.columns()), question.reference());
        List<FairnessVerdict> verdicts = question.rules().stream()
                .map(rule -> FairnessJudge.judge(answer, rule, bootstrap.confidence()))
                .toList();
        return FairnessResult.of(answer, verdicts, bootstrap.confidence());
    }
}
