package io.weir.evaluation;

import io.weir.evaluation.fairness.Fairness;
import io.weir.evaluation.fairness.FairnessVerdict;
import io.weir.evaluation.fairness.Group;
import io.weir.evaluation.fairness.Measure;
import io.weir.evaluation.fairness.Rate;
import io.weir.evaluation.interval.Interval;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fairness over one attribute or an intersection of several.
 *
 * @param attribute the columns
 * @param reference name of the group that the others are compared with
 * @param groups the largest ones, the reference among them
 * @param measures by name; those that are not defined are left out
 * @param verdicts of the rules
 */
public record FairnessResult(
        String attribute,
        String reference,
        List<GroupResult> groups,
        Map<Measure, Double> measures,
        List<FairnessVerdict> verdicts) {
    /** Smaller groups are left out of the result, not of measures and verdicts. */
    public static final int MAX_GROUPS = 50;

    /**
     * A group.
     *
     * @param rates those that are defined
     */
    public record GroupResult(String name, long rows, Map<Rate, RateResult> rates) {
        /** Copies the map. */
        public GroupResult {
            rates = Map.copyOf(rates);
        }
    }

    /**
     * A rate.
     *
     * @param interval null if there is none
     */
    public record RateResult(double value, @Nullable Interval interval) {}

    /** Copies lists and map. */
    public FairnessResult {
        groups = List.copyOf(groups);
        measures = Map.copyOf(measures);
        verdicts = List.copyOf(verdicts);
    }

    /** What a result holds of it. */
    public static FairnessResult of(Fairness fairness, List<FairnessVerdict> verdicts, double confidence) {
        List<GroupResult> groups = new ArrayList<>();
        for (Group group : fairness.groups()) {
            if (groups.size() < MAX_GROUPS) {
                groups.add(group(group, confidence));
            }
        }
        Map<Measure, Double> measures = new EnumMap<>(fairness.measures());
        measures.values().removeIf(value -> !Double.isFinite(value));
        return new FairnessResult(fairness.attribute(), fairness.reference().name(), groups, measures, verdicts);
    }

    private static GroupResult group(Group group, double confidence) {
        Map<Rate, RateResult> rates = new EnumMap<>(Rate.class);
        for (Rate rate : Rate.values()) {
            if (Double.isFinite(group.rate(rate))) {
                rates.put(rate, new RateResult(group.rate(rate), group.interval(rate, confidence)));
            }
        }
        return new GroupResult(group.name(), group.rows(), rates);
    }
}
