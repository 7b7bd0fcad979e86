package io.weir.validation;

import io.weir.schema.Check;
import io.weir.table.Batch;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The different values of a column, as a set, against a list. */
final class SetProbe implements Probe {
    private static final int SHOWN = 10;

    private final Check.ValueSet check;
    private final boolean masked;
    private final ValueCounts counts = new ValueCounts();

    SetProbe(Check.ValueSet check, boolean masked) {
        this.check = check;
        this.masked = masked;
    }

    @Override
    public void look(Batch batch, int[] places, FailureLog failures) {
        counts.add(batch, places[0]);
    }

    @Override
    public void merge(Probe other) {
        counts.merge(((SetProbe) other).counts);
    }

    @Override
    public CheckResult result(FailureLog failures) {
        if (!counts.exact()) {
            return CheckResult.ofWhole(
                    check,
                    Verdict.UNDECIDED,
                    counts.total(),
                    Sentences.number(Math.rint(counts.distinct())),
                    "the column '" + check.column() + "' has more than " + ValueCounts.EXACT
                            + " different values; use 'domain', which looks at each value by itself");
        }
        Set<Object> listed = check.values().stream().map(ValueCounts::canonical).collect(Collectors.toSet());
        Set<Object> seen = counts.counts().keySet();
        Set<Object> surplus = without(seen, listed);
        Set<Object> lacking = without(listed, seen);
        return switch (check.relation()) {
            case WITHIN -> result(surplus.isEmpty(), "not listed: ", surplus);
            case CONTAINS -> result(lacking.isEmpty(), "not in the data: ", lacking);
            case EQUALS ->
                surplus.isEmpty()
                        ? result(lacking.isEmpty(), "not in the data: ", lacking)
                        : result(false, "not listed: ", surplus);
            case MOST_COMMON_WITHIN, ANY_MOST_COMMON_WITHIN, SINGLE_MOST_COMMON_WITHIN -> mostCommon(listed);
        };
    }

    private CheckResult mostCommon(Set<Object> listed) {
        if (counts.total() == 0) {
            return CheckResult.ofWhole(
                    check, Verdict.UNDECIDED, 0, null, "the column '" + check.column() + "' has no values");
        }
        long most = Collections.max(counts.counts().values());
        List<Object> common = counts.counts().entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return switch (check.relation()) {
            case ANY_MOST_COMMON_WITHIN ->
                result(common.stream().anyMatch(listed::contains), "most common, but not listed: ", common);
            case SINGLE_MOST_COMMON_WITHIN ->
                common.size() == 1
                        ? result(listed.contains(common.getFirst()), "most common, but not listed: ", common)
                        : result(false, "equally common, where one is to be most common: ", common);
            default -> result(common.stream().allMatch(listed::contains), "most common, but not listed: ", common);
        };
    }

    private CheckResult result(boolean passed, String problem, Collection<Object> values) {
        return CheckResult.ofWhole(
                check,
                passed ? Verdict.PASSED : Verdict.FAILED,
                counts.total(),
                Sentences.number(counts.distinct()),
                passed
                        ? "the " + counts.counts().size() + " different values are as listed"
                        : problem + (masked ? values.size() + " values" : shown(values)));
    }

    private static String shown(Collection<Object> values) {
        String some = values.stream()
                .map(value -> value instanceof Double number ? Sentences.number(number) : value.toString())
                .sorted()
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
        return some + (values.size() > SHOWN ? ", … (" + values.size() + " values)" : "");
    }

    private static Set<Object> without(Set<Object> some, Set<Object> others) {
        Set<Object> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
