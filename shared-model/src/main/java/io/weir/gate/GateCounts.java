package io.weir.gate;

import io.weir.schema.Gravity;
import java.util.Collection;

/**
 * How many things a gate looked at.
 *
 * @param passed those that hold
 * @param failed those that do not and should
 * @param warned those that do not, of severity warning or info
 * @param undecided those that the data do not tell
 */
public record GateCounts(long passed, long failed, long warned, long undecided) {
    /** Counts findings. */
    public static GateCounts of(Collection<GateFinding> findings) {
        long passed = 0;
        long failed = 0;
        long warned = 0;
        long undecided = 0;
        for (GateFinding finding : findings) {
            switch (finding.outcome()) {
                case PASSED -> passed++;
                case UNDECIDED -> undecided++;
                case FAILED -> {
                    if (finding.gravity() == Gravity.ERROR) {
                        failed++;
                    } else {
                        warned++;
                    }
                }
            }
        }
        return new GateCounts(passed, failed, warned, undecided);
    }

    /** All of them. */
    public long total() {
        return passed + failed + warned + undecided;
    }
}
