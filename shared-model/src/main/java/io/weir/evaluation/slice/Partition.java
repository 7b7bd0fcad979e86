package io.weir.evaluation.slice;

import io.weir.evaluation.metric.InvalidPredictionsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows by their values in one column or in several at once; only combinations that occur are groups.
 *
 * @param groupOfRow from 0 to {@code conditions.size() - 1}
 * @param conditions of each group, one for each column
 * @param rows of each group
 */
public record Partition(int[] groupOfRow, List<List<Condition>> conditions, int[] rows) {

    /**
     * The groups of some columns' values.
     *
     * @throws InvalidPredictionsException if there is no column or they differ in length
     */
    public static Partition of(List<SliceColumn> columns) {
        if (columns.isEmpty()) {
            throw new InvalidPredictionsException("a slice needs at least one column");
        }
        int size = columns.getFirst().codes().length;
        int[] groups = new int[size];
        List<int[]> combinations = new ArrayList<>();
        combinations.add(new int[0]);
        for (SliceColumn column : columns) {
            if (column.codes().length != size) {
                throw new InvalidPredictionsException("column '" + column.name() + "' has " + column.codes().length
                        + " rows, column '" + columns.getFirst().name() + "' has " + size);
            }
            combinations = refine(groups, combinations, column);
        }
        int[] rows = new int[combinations.size()];
        for (int group : groups) {
            rows[group]++;
        }
        return new Partition(groups, conditions(columns, combinations), rows);
    }

    private static List<int[]> refine(int[] groups, List<int[]> combinations, SliceColumn column) {
        GroupNumbers known =
                GroupNumbers.of(combinations.size(), column.values().size());
        List<int[]> refined = new ArrayList<>();
        for (int row = 0; row < groups.length; row++) {
            int code = column.codes()[row];
            int group = known.get(groups[row], code);
            if (group == GroupNumbers.NONE) {
                int[] before = combinations.get(groups[row]);
                int[] combination = Arrays.copyOf(before, before.length + 1);
                combination[before.length] = code;
                group = refined.size();
                refined.add(combination);
                known.put(groups[row], code, group);
            }
            groups[row] = group;
        }
        return refined;
    }

    private static List<List<Condition>> conditions(List<SliceColumn> columns, List<int[]> combinations) {
        List<List<Condition>> all = new ArrayList<>();
        for (int[] combination : combinations) {
            List<Condition> conditions = new ArrayList<>();
            for (int i = 0; i < combination.length; i++) {
                SliceColumn column = columns.get(i);
                conditions.add(new Condition(column.name(), column.values().get(combination[i])));
            }
            all.add(List.copyOf(conditions));
        }
        return all;
    }
}
