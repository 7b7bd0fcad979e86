package io.weir.evaluation.check;

import io.weir.evaluation.verdict.Numbers;
import io.weir.evaluation.verdict.Verdict;
import java.util.Arrays;

/**
 * Rows that occur twice, in one file or in two, by a 64-bit hash of each row.
 *
 * <p>Time of a sort; 8 bytes a row. Among a hundred million different rows about one pair in 3,700 such files has equal hashes by
 * chance.
 */
public final class RowOverlap {
    private RowOverlap() {}

    /**
     * The share of test rows that were trained on.
     *
     * @param most the share that is tolerated
     */
    public static Finding between(long[] trainingHashes, long[] testHashes, double most) {
        long[] training = trainingHashes.clone();
        Arrays.sort(training);
        long known = Arrays.stream(testHashes)
                .filter(hash -> Arrays.binarySearch(training, hash) >= 0)
                .count();
        return finding("train_test_overlap", "test rows", known, testHashes.length, most, "were trained on");
    }

    /**
     * The share of rows that repeat an earlier one.
     *
     * @param most the share that is tolerated
     */
    public static Finding duplicates(long[] hashes, double most) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        long repeated = 0;
        for (int i = 1; i < sorted.length; i++) {
            repeated += sorted[i] == sorted[i - 1] ? 1 : 0;
        }
        return finding("duplicate_rows", "rows", repeated, hashes.length, most, "repeat another row");
    }

    private static Finding finding(String check, String subject, long count, long of, double most, String what) {
        if (of == 0) {
            return new Finding(
                    check, subject, Double.NaN, Verdict.INSUFFICIENT_EVIDENCE, "there is no row to look at.");
        }
        double share = count / (double) of;
        String reason = Numbers.count(count) + " of " + Numbers.count(of) + " rows " + what + " ("
                + Numbers.percent(share) + "), tolerated " + Numbers.percent(most) + ".";
        return new Finding(check, subject, share, share <= most ? Verdict.PASS : Verdict.FAIL, reason);
    }
}
