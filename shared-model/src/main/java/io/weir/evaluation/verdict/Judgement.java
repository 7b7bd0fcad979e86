package io.weir.evaluation.verdict;

/**
 * What came of one threshold.
 *
 * @param threshold what was asked
 * @param verdict what came of it
 * @param reason a sentence with value, interval and limit
 * @param moreRows how many more rows would settle it if the value stayed; 0 if it is settled, -1 if no number is known
 */
public record Judgement(Threshold threshold, Verdict verdict, String reason, long moreRows) {
    /** No number of rows is known to settle it. */
    public static final long UNKNOWN = -1;
}
