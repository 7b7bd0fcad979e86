package io.weir.evaluation.slice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeakestSlicesTest {
    private static final int ROWS = 4_000;

    @Test
    void shouldFindTheIntersectionWhereTheModelFails() {
        Random random = new Random(3);
        SliceColumn country = random("country", random, "AT", "CH", "DE", "FR");
        SliceColumn device = random("device", random, "phone", "tablet", "desk");
        SliceColumn noise = random("noise", random, "1", "2", "3", "4", "5", "6");
        double[] losses = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            boolean bad = is(country, row, "CH") && is(device, row, "tablet");
            losses[row] = random.nextDouble() < (bad ? 0.6 : 0.1) ? 1 : 0;
        }

        List<WeakSlice> found = WeakestSlices.find(losses, List.of(country, device, noise), 30, 2, 5, 0.01);

        assertThat(found.getFirst().conditions())
                .containsExactlyInAnyOrder(new Condition("country", "CH"), new Condition("device", "tablet"));
        assertThat(found.getFirst().effect()).isGreaterThan(1);
        assertThat(found.getFirst().adjustedPValue()).isLessThan(1e-10);
        assertThat(found).noneMatch(slice -> slice.conditions().size() == 1);
    }

    @Test
    void shouldFindNothingInNoise() {
        int falseAlarms = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<SliceColumn> columns = List.of(
                    random("a", random, "1", "2", "3", "4", "5"),
                    random("b", random, "1", "2", "3", "4", "5"),
                    random("c", random, "1", "2", "3", "4", "5"));
            double[] losses = random.doubles(ROWS).map(v -> v < 0.2 ? 1 : 0).toArray();
            falseAlarms += WeakestSlices.find(losses, columns, 30, 2, 5, 0.05).isEmpty() ? 0 : 1;
        }

        // 5 % of 40 are 2; more than 6 have a chance of 1 in 200 at that rate.
        assertThat(falseAlarms).isLessThanOrEqualTo(6);
    }

    @Test
    void shouldNotLookAtSmallParts() {
        SliceColumn column = SliceColumn.ofCategories("c", values(20, 3));
        double[] losses = new double[20];
        Arrays.fill(losses, 0, 3, 1);

        assertThat(WeakestSlices.find(losses, List.of(column), 4, 1, 5, 1)).noneMatch(s -> s.rows() < 4);
    }

    @Test
    void shouldSliceNumbersIntoRangesAndKeepWhatIsMissing() {
        SliceColumn ages = SliceColumn.ofNumbers("age", new double[] {18, 25, 30, 41, 55, 70, Double.NaN, 30}, 2);

        assertThat(ages.values()).containsExactly("[18.0, 30.0)", "[30.0, 70.0]", "(missing)");
        assertThat(ages.codes()).containsExactly(0, 0, 1, 1, 1, 1, 2, 1);
    }

    @Test
    void shouldNumberOnlyCombinationsThatOccur() {
        SliceColumn first = SliceColumn.ofCategories("a", new String[] {"x", "x", "y", "y"});
        SliceColumn second = SliceColumn.ofCategories("b", new String[] {"1", "1", "2", "1"});

        Partition partition = Partition.of(List.of(first, second));

        assertThat(partition.rows()).containsExactly(2, 1, 1);
        assertThat(partition.conditions().get(partition.groupOfRow()[2]))
                .containsExactly(new Condition("a", "y"), new Condition("b", "2"));
    }

    private static SliceColumn random(String name, Random random, String... values) {
        String[] column = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            column[row] = values[random.nextInt(values.length)];
        }
        return SliceColumn.ofCategories(name, column);
    }

    private static String[] values(int rows, int rare) {
        String[] values = new String[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = row < rare ? "rare" : "usual";
        }
        return values;
    }

    private static boolean is(SliceColumn column, int row, String value) {
        return column.values().get(column.codes()[row]).equals(value);
    }
}
