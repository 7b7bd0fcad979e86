package io.weir.gate.data;

import io.weir.drift.DriftSettings;
import io.weir.schema.Gravity;
import io.weir.validation.ValidationSettings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a gate for data is asked to do. All paths are relative to the root folder that it is given, and none leads out of it.
 *
 * @param data patterns of the files that are one table
 * @param schema file of the schema, empty for none
 * @param environment in which columns may be absent, empty for none
 * @param masked columns of which no value may appear anywhere
 * @param drift how the data are compared with the baseline
 * @param driftGravity how bad drift is
 * @param ignored columns that are not compared
 * @param digest whether the files are hashed, which reads them once more
 * @param name of the data set, empty if it has none
 * @param run that lineage tells of; null if none is written
 * @param outputs files to write
 * @param maxTemporaryBytes most bytes in the temporary folder, for keys and for failing rows each
 * @param threads that read and count
 */
public record DataGateSettings(
        List<String> data,
        String schema,
        String environment,
        Set<String> masked,
        DriftSettings drift,
        Gravity driftGravity,
        Set<String> ignored,
        boolean digest,
        String name,
        @Nullable LineageRun run,
        Outputs outputs,
        long maxTemporaryBytes,
        int threads) {
    /** Enough for the keys of some 100 million rows. */
    public static final long DEFAULT_MAX_TEMPORARY_BYTES = ValidationSettings.DEFAULT_MAX_TEMPORARY_BYTES;

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if lineage is to be written without the version of the data
     */
    public DataGateSettings {
        if (!outputs.lineage().isEmpty() && !digest) {
            throw new IllegalArgumentException("lineage is '" + outputs.lineage()
                    + "', which tells the version of the data, but digest is false; leave out one of them");
        }
        data = List.copyOf(data);
        masked = Set.copyOf(masked);
        ignored = Set.copyOf(ignored);
    }

    /**
     * Files to write; empty for none.
     *
     * @param profile the profile as JSON
     * @param failures all failing rows as CSV
     * @param report the findings as JUnit XML
     * @param inferredSchema a schema that the data suggest, as YAML
     * @param lineage the run as OpenLineage events, one a line
     */
    public record Outputs(String profile, String failures, String report, String inferredSchema, String lineage) {
        /** None of them. */
        public static final Outputs NONE = new Outputs("", "", "", "", "");
    }
}
