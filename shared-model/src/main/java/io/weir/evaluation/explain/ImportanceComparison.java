package io.weir.evaluation.explain;

import io.weir.evaluation.check.Finding;
import io.weir.evaluation.verdict.Numbers;
import io.weir.evaluation.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A model's importances beside those of a baseline by the same method.
 *
 * @param method of both
 * @param importances the model's, each with the baseline's value where it has the feature
 * @param rankCorrelation Spearman's, over the features that both have, equal ones sharing their rank; NaN of fewer than
 *     {@value #LEAST_FEATURES}, or if all of either are equal
 * @param changes of features that both have, largest first
 */
public record ImportanceComparison(
        String method, List<Importance> importances, double rankCorrelation, List<Change> changes) {
    /** Two features are in the same order half of the time. */
    public static final int LEAST_FEATURES = 3;

    private static final int SHOWN = 3;

    /** Copies the lists. */
    public ImportanceComparison {
        importances = List.copyOf(importances);
        changes = List.copyOf(changes);
    }

    /**
     * A feature whose importance changed.
     *
     * @param difference the model's less the baseline's
     * @param deviation standard error of the difference, both taken as independent
     */
    public record Change(String feature, double difference, double deviation) {}

    /**
     * Compares.
     *
     * @param model importances by one method and metric
     * @param baseline importances by any methods; those of another method or metric are left out
     */
    public static ImportanceComparison of(List<Importance> model, List<Importance> baseline) {
        String method = model.isEmpty() ? "none" : model.getFirst().method();
        Map<String, Importance> others = new LinkedHashMap<>();
        baseline.stream()
                .filter(each -> each.method().equals(method)
                        && Objects.equals(each.metric(), model.getFirst().metric()))
                .forEach(each -> others.put(each.feature(), each));
        List<Importance> beside = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Importance each : model) {
            Importance other = others.get(each.feature());
            Importance compared = other == null ? each : each.against(other);
            beside.add(compared);
            if (other != null) {
                changes.add(new Change(each.feature(), compared.difference(), compared.differenceDeviation()));
            }
        }
        changes.sort(Comparator.comparingDouble((Change change) -> -Math.abs(change.difference()))
                .thenComparing(Change::feature));
        List<Importance> both =
                beside.stream().filter(each -> !Double.isNaN(each.baseline())).toList();
        double correlation = both.size() < LEAST_FEATURES
                ? Double.NaN
                : correlation(
                        ranks(both.stream().mapToDouble(Importance::value).toArray()),
                        ranks(both.stream().mapToDouble(Importance::baseline).toArray()));
        return new ImportanceComparison(method, beside, correlation, changes);
    }

    /** Ranks from 1, equal values sharing the mean of theirs. */
    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            long below = Arrays.stream(values).filter(other -> other < value).count();
            long equal = Arrays.stream(values).filter(other -> other == value).count();
            ranks[i] = below + (equal + 1) / 2.0;
        }
        return ranks;
    }

    private static double correlation(double[] a, double[] b) {
        double mean = (a.length + 1) / 2.0;
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - mean) * (b[i] - mean);
            first += (a[i] - mean) * (a[i] - mean);
            second += (b[i] - mean) * (b[i] - mean);
        }
        return both / Math.sqrt(first * second);
    }

    /**
     * Whether the model leans on the same features as the baseline.
     *
     * @param least rank correlation that is asked for; -1 asks for nothing
     */
    public Finding finding(double least) {
        String subject = method + " importance";
        if (Double.isNaN(rankCorrelation)) {
            return new Finding(
                    "importance_shift",
                    subject,
                    rankCorrelation,
                    least > -1 ? Verdict.INSUFFICIENT_EVIDENCE : Verdict.PASS,
                    "model and baseline have " + changes.size() + " features of differing importance in common, a rank"
                            + " correlation needs " + LEAST_FEATURES + ".");
        }
        String largest = changes.stream()
                .limit(SHOWN)
                .map(change -> change.feature() + " " + (change.difference() > 0 ? "+" : "")
                        + Numbers.shown(change.difference()) + " ± " + Numbers.shown(change.deviation()))
                .collect(Collectors.joining(", "));
        return new Finding(
                "importance_shift",
                subject,
                rankCorrelation,
                rankCorrelation >= least ? Verdict.PASS : Verdict.FAIL,
                "the order of the features' importance agrees with the baseline's by a rank correlation of "
                        + Numbers.shown(rankCorrelation)
                        + (least > -1 ? ", required at least " + Numbers.shown(least) : "")
                        + "; largest changes: " + largest + ".");
    }
}
