package io.weir.schema.expectations;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.schema.Distribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code partition_object}: categories ({@code values}) or {@code bins}, with {@code weights}. A part of the weight can be held
 * out for values outside ({@code tail_weight_holdout}) and for bins without weight ({@code internal_weight_holdout}).
 */
final class Partition {
    private Partition() {}

    static Distribution read(Expectation expectation) {
        JsonNode partition = expectation.node("partition_object");
        double tail = expectation.number("tail_weight_holdout", 0, 1, 0);
        double internal = expectation.number("internal_weight_holdout", 0, 1, 0);
        List<Double> weights = numbers(expectation, partition.path("weights"));
        if (partition.has("values") == partition.has("bins") || weights.isEmpty()) {
            throw expectation.wrong("partition_object", "an object with weights, and either values or bins");
        }
        return partition.has("values")
                ? categories(expectation, partition.path("values"), weights, tail)
                : bins(expectation, partition, weights, tail, internal);
    }

    private static Distribution categories(
            Expectation expectation, JsonNode values, List<Double> weights, double tail) {
        if (values.size() != weights.size()) {
            throw expectation.wrong("partition_object", "an object with as many values as weights");
        }
        Map<Object, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i < weights.size(); i++) {
            shares.put(expectation.scalar("partition_object", values.get(i)).toString(), weights.get(i) * (1 - tail));
        }
        return new Distribution.Categories(shares, tail);
    }

    private static Distribution bins(
            Expectation expectation, JsonNode partition, List<Double> weights, double tail, double internal) {
        List<Double> edges = new ArrayList<>(numbers(expectation, partition.path("bins")));
        List<Double> tails = numbers(expectation, partition.path("tail_weights"));
        if (edges.size() != weights.size() + 1 || !(tails.isEmpty() || tails.size() == 2)) {
            throw expectation.wrong(
                    "partition_object", "bins with one edge more than weights, and two tail_weights or none");
        }
        boolean below = Double.isInfinite(edges.getFirst());
        boolean above = Double.isInfinite(edges.getLast());
        if (tail > 0 && (!tails.isEmpty() || below && above)) {
            throw new IllegalArgumentException(
                    "tail_weight_holdout is for partitions that have a finite end and no tail_weights");
        }
        if (!tails.isEmpty() && (below || above)) {
            throw new IllegalArgumentException("tail_weights are for partitions with finite ends");
        }
        List<Double> shares = new ArrayList<>(scaled(weights, 1 - tail));
        if (!below) {
            shares.addFirst(tails.isEmpty() ? above ? tail : tail / 2 : tails.getFirst());
        }
        if (!above) {
            shares.addLast(tails.isEmpty() ? below ? tail : tail / 2 : tails.getLast());
        }
        if (below) {
            edges.removeFirst();
        }
        if (above) {
            edges.removeLast();
        }
        return new Distribution.Bins(edges, internal > 0 ? heldOut(shares, internal) : shares);
    }

    /** Inner cells without weight share what is held out. */
    private static List<Double> heldOut(List<Double> shares, double internal) {
        long empty = shares.subList(1, shares.size() - 1).stream()
                .filter(share -> share == 0)
                .count();
        if (empty == 0) {
            return shares;
        }
        List<Double> filled = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            boolean inner = i > 0 && i < shares.size() - 1;
            filled.add(inner && shares.get(i) == 0 ? internal / empty : shares.get(i) * (1 - internal));
        }
        return filled;
    }

    private static List<Double> scaled(List<Double> weights, double factor) {
        return weights.stream().map(weight -> weight * factor).toList();
    }

    private static List<Double> numbers(Expectation expectation, JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode each : list) {
            if (each.isNumber()) {
                numbers.add(each.doubleValue());
            } else if (each.isTextual() && each.textValue().matches("-?Infinity")) {
                numbers.add(Double.valueOf(each.textValue()));
            } else {
                throw expectation.wrong("partition_object", "an object whose bins and weights are numbers");
            }
        }
        return numbers;
    }
}
