package io.weir.gate.data;

import io.weir.gate.GateFinding;
import io.weir.gate.JunitReport;
import io.weir.gate.files.Drafts;
import io.weir.json.StrictJson;
import io.weir.lineage.DatasetVersion;
import io.weir.lineage.LineageEvent;
import io.weir.lineage.LineageException;
import io.weir.lineage.LineageJson;
import io.weir.lineage.Workspace;
import io.weir.profile.ProfileJson;
import io.weir.schema.inference.SchemaProposal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The drafts of what a gate leaves in the workspace. */
final class Reports {
    private static final String NO_FAILURES = "file,row,column,value,rule\n";

    private final DataGateSettings settings;
    private final Drafts drafts;
    private final @Nullable DatasetVersion source;
    private final @Nullable Path profile;
    private final @Nullable Path junit;
    private final @Nullable Path schema;
    private final @Nullable Path events;

    /** Of all failing rows; null if nobody asked for them. */
    final @Nullable Path failures;

    /**
     * Empty drafts.
     *
     * @param source what the data are called in lineage, or null if they have no version
     * @throws IOException if one can't be written where it is to go
     */
    Reports(DataGateSettings settings, Workspace workspace, Drafts drafts, @Nullable DatasetVersion source)
            throws IOException {
        this.settings = settings;
        this.drafts = drafts;
        this.source = source;
        DataGateSettings.Outputs outputs = settings.outputs();
        refuseSchema(workspace, outputs.inferredSchema());
        failures = draft("failures", outputs.failures());
        profile = draft("profile", outputs.profile());
        junit = draft("report", outputs.report());
        schema = draft("inferredSchema", outputs.inferredSchema());
        events = draft("lineage", outputs.lineage());
    }

    private @Nullable Path draft(String what, String path) throws IOException {
        return path.isEmpty() ? null : drafts.draft(what, path);
    }

    /** What somebody answers for is not replaced by what data suggest: a check against it would hold from then on. */
    private static void refuseSchema(Workspace workspace, String path) throws IOException {
        if (path.isEmpty()) {
            return;
        }
        Path there = workspace.resolve(path);
        if (!Files.isRegularFile(there) || Files.size(there) == 0) {
            return;
        }
        byte[] mark = SchemaProposal.MARK.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(there)) {
            if (!Arrays.equals(in.readNBytes(mark.length), mark)) {
                throw new LineageException("inferredSchema is '" + path + "', where a file lies that is no proposal;"
                        + " name another file, or delete that one before");
            }
        }
    }

    /** Writes all of them, and puts them in their places. */
    void write(DataGate.Outcome outcome, List<GateFinding> findings, @Nullable SchemaProposal proposal, Instant now)
            throws IOException {
        if (failures != null && outcome.report().checks().failureFile() == null) {
            // There whatever the data, so that archiving it needs no special case.
            Files.writeString(failures, NO_FAILURES, StandardCharsets.UTF_8);
        }
        if (profile != null) {
            Files.write(profile, ProfileJson.toBytes(outcome.profile()));
        }
        if (junit != null) {
            Files.writeString(
                    junit, JunitReport.of(String.join(", ", settings.data()), findings), StandardCharsets.UTF_8);
        }
        if (schema != null && proposal != null) {
            Files.writeString(schema, proposal.yaml(), StandardCharsets.UTF_8);
        }
        LineageRun run = settings.run();
        if (events != null && run != null) {
            write(events, Lineage.ended(run, outcome.report(), outcome.profile(), findings, now));
        }
        drafts.publish();
    }

    /** Puts only the events in their place, which say why there is nothing else. */
    void writeBroken(Exception why, Instant now) throws IOException {
        LineageRun run = settings.run();
        if (events != null && run != null) {
            String message = why.getMessage();
            write(events, Lineage.broken(run, source, message == null ? why.toString() : message, now));
            drafts.publishOnly(events);
        }
    }

    /** One JSON object a line. */
    private static void write(Path file, List<LineageEvent> events) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (LineageEvent event : events) {
                out.write(StrictJson.write(LineageJson.write(event)));
                out.write('\n');
            }
        }
    }
}
