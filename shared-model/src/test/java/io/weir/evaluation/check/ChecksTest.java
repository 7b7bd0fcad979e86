package io.weir.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.verdict.Verdict;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final int ROWS = 600;
    private static final byte[] LABELS = labels();

    @Test
    void shouldFindANumberThatGivesTheLabelAwayEitherWayRound() {
        double[] days = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            days[row] = LABELS[row] == 1 ? Double.NaN : row;
        }

        Finding finding = LabelLeak.ofNumbers("days_left", LABELS, days, LabelLeak.DEFAULT_LIMIT);

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.value()).isEqualTo(1);
        assertThat(finding.reason()).startsWith("'days_left' alone has a ROC AUC of 1, limit 0.99");
    }

    @Test
    void shouldFindACategoryThatGivesTheLabelAway() {
        String[] status = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            status[row] = LABELS[row] == 1 ? "cancelled" : row % 3 == 0 ? "new" : "paid";
        }

        assertThat(LabelLeak.ofCategories(SliceColumn.ofCategories("status", status), LABELS, 0.99)
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void shouldNotTakeIdsForALeak() {
        String[] ids = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            ids[row] = "id" + row;
        }

        assertThat(LabelLeak.ofCategories(SliceColumn.ofCategories("id", ids), LABELS, 0.99)
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void shouldCountTestRowsThatWereTrainedOn() {
        Finding finding = RowOverlap.between(new long[] {5, 1, 9}, new long[] {1, 2, 3, 9}, 0.1);

        assertThat(finding.value()).isCloseTo(0.5, within(0.0));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.reason()).isEqualTo("2 of 4 rows were trained on (50 %), tolerated 10 %.");
    }

    @Test
    void shouldCountRowsThatRepeatOthers() {
        assertThat(RowOverlap.duplicates(new long[] {4, 4, 4, 7}, 0.5).value()).isEqualTo(0.5);
        assertThat(RowOverlap.duplicates(new long[] {4, 5, 6}, 0).verdict()).isEqualTo(Verdict.PASS);
        assertThat(RowOverlap.duplicates(new long[0], 0).verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    }

    private static byte[] labels() {
        Random random = new Random(4);
        byte[] labels = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = (byte) (random.nextInt(3) == 0 ? 1 : 0);
        }
        return labels;
    }
}
