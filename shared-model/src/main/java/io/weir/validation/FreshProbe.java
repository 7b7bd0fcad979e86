package io.weir.validation;

import io.weir.schema.Check;
import io.weir.schema.ValueType;
import io.weir.table.Batch;
import io.weir.table.Cells;
import io.weir.value.Durations;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The newest instant of a column against the start of the run. */
final class FreshProbe implements Probe {
    private final Check.Fresh check;
    private final Instant now;
    private @Nullable Instant newest;
    private long considered;

    FreshProbe(Check.Fresh check, Instant now) {
        this.check = check;
        this.now = now;
    }

    @Override
    public void look(Batch batch, int[] places, FailureLog failures) {
        Cells cells = batch.column(places[0]);
        for (int row = 0; row < batch.rows(); row++) {
            if (CellValues.of(cells, row, ValueType.TIMESTAMP) instanceof Instant instant) {
                considered++;
                take(instant);
            }
        }
    }

    private void take(Instant instant) {
        Instant known = newest;
        newest = known == null || instant.isAfter(known) ? instant : known;
    }

    @Override
    public void merge(Probe other) {
        FreshProbe probe = (FreshProbe) other;
        considered += probe.considered;
        if (probe.newest != null) {
            take(probe.newest);
        }
    }

    @Override
    public CheckResult result(FailureLog failures) {
        Instant last = newest;
        if (last == null) {
            return CheckResult.ofWhole(
                    check, Verdict.FAILED, 0, null, "the column '" + check.column() + "' holds no instant");
        }
        Duration age = Duration.between(last, now);
        boolean fresh = age.compareTo(check.within()) <= 0;
        return CheckResult.ofWhole(
                check,
                fresh ? Verdict.PASSED : Verdict.FAILED,
                considered,
                last.toString(),
                "the newest is of " + last + ", " + Durations.format(Duration.ofSeconds(Math.max(0, age.toSeconds())))
                        + " before this run; " + Durations.format(check.within()) + " are allowed");
    }
}
