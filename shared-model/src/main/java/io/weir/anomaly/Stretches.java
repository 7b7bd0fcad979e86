package io.weir.anomaly;

import io.weir.incident.Severity;
import java.util.ArrayList;
import java.util.List;

/** Gathers anomalous intervals into stretches, in order of time. */
final class Stretches {
    /** Anomalous intervals with at most so many ordinary ones or gaps between them are one stretch. */
    static final int MERGED_OVER = 2;

    private final List<AnomalousStretch> done = new ArrayList<>();
    private int from = -1;
    private int to;
    private int count;
    private Excess peak = Excess.NONE;

    /** Adds anomalous interval {@code i}, later than those before. */
    void add(int i, Excess excess) {
        if (from >= 0 && i - to > MERGED_OVER + 1) {
            close();
        }
        if (from < 0) {
            from = i;
            count = 0;
            peak = excess;
        }
        to = i;
        count++;
        if (excess.score() > peak.score()) {
            peak = excess;
        }
    }

    /** All stretches; nothing can be added afterwards. */
    List<AnomalousStretch> close() {
        if (from >= 0) {
            Severity severity = peak.severity(count);
            done.add(new AnomalousStretch(
                    from, to, peak.interval(), peak.score(), severity, peak.sentence(count, to - from + 1)));
            from = -1;
        }
        return done;
    }
}
