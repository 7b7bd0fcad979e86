package io.weir.evaluation.fairness;

import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.Confusion;
import io.weir.evaluation.slice.Partition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rates of all groups of one attribute or of the intersection of several, and how they differ from the reference group's.
 *
 * @param attribute the columns: {@code race}, or {@code race, sex}
 * @param reference the group that the others are compared with
 * @param groups all, the reference among them, largest first
 */
public record Fairness(String attribute, Group reference, List<Group> groups) {

    /** Copies the list. */
    public Fairness {
        groups = List.copyOf(groups);
    }

    /**
     * Counts the groups.
     *
     * @param threshold a score from there on is a selection
     * @param reference name of the group to compare with; null takes the largest
     * @throws IllegalArgumentException naming the reference and all groups if it is none of them
     */
    public static Fairness of(
            String attribute, BinaryScores scores, double threshold, Partition partition, @Nullable String reference) {
        List<Group> groups = groups(scores, threshold, partition);
        Group chosen = reference == null
                ? groups.getFirst()
                : groups.stream()
                        .filter(group -> group.name().equals(reference))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("the reference group '" + reference + "' of "
                                + attribute + " does not occur; there are "
                                + groups.stream().limit(20).map(Group::name).toList()));
        return new Fairness(attribute, chosen, groups);
    }

    private static List<Group> groups(BinaryScores scores, double threshold, Partition partition) {
        int count = partition.conditions().size();
        double[][] cells = new double[count][4];
        double[] squares = new double[count];
        for (int row = 0; row < scores.size(); row++) {
            int group = partition.groupOfRow()[row];
            double weight = scores.weight(row);
            cells[group][2 * scores.label(row) + (scores.score(row) >= threshold ? 1 : 0)] += weight;
            squares[group] += weight * weight;
        }
        List<Group> groups = new ArrayList<>();
        for (int group = 0; group < count; group++) {
            double[] c = cells[group];
            Confusion confusion = new Confusion(c[3], c[1], c[2], c[0]);
            // Kish's effective number of rows is total² / squares.
            double effective = squares[group] > 0 ? confusion.total() / squares[group] : 0;
            groups.add(new Group(partition.conditions().get(group), partition.rows()[group], confusion, effective));
        }
        groups.sort(Comparator.comparingLong(Group::rows).reversed().thenComparing(Group::name));
        return groups;
    }

    /** Every other group's rate against the reference's. */
    public List<Disparity> disparities(Rate rate, double confidence) {
        return groups.stream()
                .filter(group -> group != reference)
                .map(group -> Disparity.of(rate, group, reference, confidence))
                .toList();
    }

    /** Every measure's value over all groups for which its rates are defined; NaN with fewer than two. */
    public Map<Measure, Double> measures() {
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            values.put(measure, value(measure));
        }
        return values;
    }

    /** A measure's value. */
    public double value(Measure measure) {
        double worst = Double.NaN;
        for (Rate rate : measure.rates()) {
            double[] rates = groups.stream()
                    .mapToDouble(group -> group.rate(rate))
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            if (rates.length < 2) {
                return Double.NaN;
            }
            double least = rates[0];
            double most = rates[rates.length - 1];
            double value = measure.isRatio() ? most > 0 ? least / most : 1 : most - least;
            worst = Double.isNaN(worst) || (measure.isRatio() ? value < worst : value > worst) ? value : worst;
        }
        return worst;
    }
}
