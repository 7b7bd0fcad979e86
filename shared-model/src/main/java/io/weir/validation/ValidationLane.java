package io.weir.validation;

import io.weir.schema.Check;
import io.weir.table.Batch;
import io.weir.table.BatchVisitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thread's share of a validation. */
final class ValidationLane implements BatchVisitor {
    private final List<Work> works = new ArrayList<>();
    private final FailureLog failures;
    private List<String> names = List.of();
    private long rows;
    private long ragged;

    ValidationLane(List<Check> checks, Probes probes, FailureLog failures) throws IOException {
        this.failures = failures;
        for (Check check : checks) {
            works.add(new Work(check, probes.of(check)));
        }
    }

    /** A check with its probe, and where its columns are in the batches that come now. */
    private static final class Work {
        private final Check check;
        private final @Nullable Probe probe;
        private int @Nullable [] places;

        Work(Check check, @Nullable Probe probe) {
            this.check = check;
            this.probe = probe;
        }

        void find(List<String> names) {
            int[] found = check.columns().stream().mapToInt(names::indexOf).toArray();
            boolean all = true;
            for (int place : found) {
                all &= place >= 0;
            }
            places = all ? found : null;
        }

        void look(Batch batch, FailureLog failures) throws IOException {
            int[] found = places;
            if (probe != null && found != null) {
                probe.look(batch, found, failures);
            }
        }
    }

    @Override
    public void visit(Batch batch) throws IOException {
        if (!batch.names().equals(names)) {
            names = List.copyOf(batch.names());
            works.forEach(work -> work.find(names));
        }
        rows += batch.rows();
        ragged += batch.ragged().shorter() + batch.ragged().longer();
        failures.begin(batch);
        for (Work work : works) {
            work.look(batch, failures);
        }
    }

    /** Takes in what another thread saw. */
    void merge(ValidationLane other) throws IOException {
        rows += other.rows;
        ragged += other.ragged;
        for (int i = 0; i < works.size(); i++) {
            Probe mine = works.get(i).probe;
            Probe theirs = other.works.get(i).probe;
            if (mine != null && theirs != null) {
                mine.merge(theirs);
            }
        }
    }

    /** What came of a check, or null if it is not about rows. */
    @Nullable
    CheckResult result(int check) throws IOException {
        Probe probe = works.get(check).probe;
        return probe == null ? null : probe.result(failures);
    }

    long rows() {
        return rows;
    }

    long ragged() {
        return ragged;
    }
}
