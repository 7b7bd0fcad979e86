package io.weir.validation;

import io.weir.schema.Check;
import io.weir.schema.Schema;
import io.weir.table.BatchVisitor;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a schema's checks over a table. It does not read the table itself: each thread that does gets a {@link #visitor},
 * so that a profile can be taken in the same pass; then {@link #finish} says what came of it.
 *
 * <p>Memory: some KB a check and thread; up to 10 MB for a check that counts different values, 8 MB for one of uniqueness or
 * lookup. Time: linear in rows times checks. The same data and schema give the same result, whatever the number of threads.
 */
public final class Validation implements Closeable {
    /** Name under which rows with too many or too few cells are reported. */
    public static final String RAGGED = "rows.ragged";

    private final Schema schema;
    private final ValidationSettings settings;
    private final List<Check> checks;
    private final Probes probes;
    private final FailureFile failures;
    private final List<ValidationLane> lanes = new ArrayList<>();

    /** Prepares a run. */
    public Validation(Schema schema, ValidationSettings settings) {
        this.schema = schema;
        this.settings = settings;
        this.checks = schema.allChecks();
        this.probes = new Probes(schema, settings);
        this.failures = new FailureFile(settings.temporary(), settings.maxTemporaryBytes());
    }

    /**
     * A visitor for one thread.
     *
     * @throws IOException if the file of a lookup can't be read, or no temporary file can be made
     */
    public BatchVisitor visitor() throws IOException {
        ValidationLane lane = new ValidationLane(checks, probes, failures.log());
        lanes.add(lane);
        return lane;
    }

    /**
     * What came of it, once all of the table was visited.
     *
     * @param columns the table's columns, in order
     * @param target where all failing rows go; not written if there are none, or if null
     * @throws IOException if the disk is full or fails; nothing is left at the target then
     */
    public ValidationResult finish(List<String> columns, @Nullable Path target) throws IOException {
        if (lanes.isEmpty()) {
            visitor();
        }
        ValidationLane whole = lanes.getFirst();
        for (ValidationLane lane : lanes.subList(1, lanes.size())) {
            whole.merge(lane);
        }
        TableChecks table = new TableChecks(schema, settings.environment(), columns, whole.rows());
        List<CheckResult> results = new ArrayList<>(table.columnResults());
        for (int i = 0; i < checks.size(); i++) {
            CheckResult early = table.withoutRows(checks.get(i));
            CheckResult result = early == null ? whole.result(i) : early;
            if (result != null) {
                results.add(result);
            }
        }
        if (whole.ragged() > 0) {
            results.add(table.ragged(whole.ragged()));
        }
        boolean any = results.stream()
                .anyMatch(result -> result.failing() > 0 && !result.name().equals(RAGGED));
        if (any && target != null) {
            failures.writeTo(target);
        }
        return new ValidationResult(
                schema.name(),
                whole.rows(),
                columns.size(),
                results,
                any && target != null ? String.valueOf(target.getFileName()) : null,
                failures.leftOut());
    }

    /** Deletes the temporary files. */
    @Override
    public void close() throws IOException {
        try (failures) {
            probes.close();
        }
    }
}
