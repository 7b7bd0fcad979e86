package io.weir.evaluation.trial;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationBuilder;
import io.weir.evaluation.Judgements;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.verdict.Judgement;
import io.weir.evaluation.verdict.Threshold;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The last step of a trial: thresholds are judged, and metrics that nobody asked for are left out. */
final class Outcome {
    private Outcome() {}

    /** The result; an error names a metric that is not among those of the task and what its predictions allow. */
    static Evaluation of(TrialSettings settings, Evaluation all) {
        List<Judgement> judgements = new ArrayList<>();
        for (Threshold threshold : settings.thresholds()) {
            judgements.add(Judgements.of(threshold, metric(all, threshold.metric(), "thresholds"), all.rows()));
        }
        EvaluationBuilder judged = all.toBuilder().judgements(judgements);
        if (settings.metrics().isEmpty()) {
            return judged.build();
        }
        Set<String> asked = new HashSet<>(settings.metrics());
        settings.metrics().forEach(id -> metric(all, id, "metrics"));
        settings.thresholds().forEach(threshold -> asked.add(threshold.metric()));
        return Results.only(judged.build(), asked::contains);
    }

    private static MetricResult metric(Evaluation all, String id, String where) {
        MetricResult metric = all.metric(id);
        if (metric == null) {
            throw new IllegalArgumentException(where + " names '" + id + "', which is no metric of the task "
                    + all.task() + " with these predictions; there are "
                    + String.join(
                            ", ",
                            all.metrics().stream().map(MetricResult::metric).toList()));
        }
        return metric;
    }
}
