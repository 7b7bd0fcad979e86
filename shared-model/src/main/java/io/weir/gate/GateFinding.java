package io.weir.gate;

import io.weir.schema.Gravity;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a gate looked at.
 *
 * @param kind what sort of thing: {@link #CHECK}, {@link #DRIFT}, {@link #THRESHOLD}, {@link #FAIRNESS}, {@link #TEST}
 * @param name of the check or measure
 * @param column what it is about, or null if it is about the whole
 * @param gravity how bad it is if it does not hold
 * @param outcome whether it holds
 * @param reason a sentence for a person
 */
public record GateFinding(
        String kind, String name, @Nullable String column, Gravity gravity, FindingOutcome outcome, String reason) {
    /** A check of a schema. */
    public static final String CHECK = "check";

    /** A distance from the baseline. */
    public static final String DRIFT = "drift";

    /** A threshold of a model's metric. */
    public static final String THRESHOLD = "threshold";

    /** A rule of how groups may differ. */
    public static final String FAIRNESS = "fairness";

    /** What a model's test noticed of its rows. */
    public static final String TEST = "test";

    /** Whether it counts that the data do not tell; checks that had nothing to look at do not. */
    public boolean isOpen() {
        return outcome == FindingOutcome.UNDECIDED && !kind.equals(CHECK);
    }
}
