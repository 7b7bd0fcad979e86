package io.weir.jenkins.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.jenkins.storage.DurableFile;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The last {@value #MAX} deliveries that are over for a job, newest first: {@code version, deliveries[]}, version first, in
 * {@value #FILE} in the job's directory, with which it is renamed, moved and deleted.
 *
 * <p>For people to look at: nothing depends on it, and after a crash its last lines may be missing. The audit has them.
 * One writer at a time; readers see a whole file. An addition costs one file of some 30 KB.
 */
public final class JobHistory {
    /** A page's worth. */
    public static final int MAX = 100;

    static final String FILE = "weir-deliveries.json";

    private static final int VERSION = 1;
    private static final int TEXT = 2_000;
    private static final Logger LOGGER = Logger.getLogger(JobHistory.class.getName());

    private JobHistory() {}

    /** What is kept of a job; empty if there is nothing, or nothing readable. */
    public static List<JobDelivery> read(Path jobDirectory) {
        Path file = jobDirectory.resolve(FILE);
        try {
            JsonFields fields = new JsonFields(StrictJson.parseObject(Files.readAllBytes(file), FILE), "");
            fields.integer("version", VERSION, VERSION);
            return fields.objects("deliveries", MAX, JobHistory::line);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | IllegalArgumentException e) {
            LOGGER.log(Level.WARNING, e, () -> file + " can't be read; it begins anew");
            return List.of();
        }
    }

    /** Adds one in front and forgets the oldest ones above the limit. */
    public static void add(Path jobDirectory, JobDelivery newest) throws IOException {
        if (!Files.isDirectory(jobDirectory)) {
            return; // The job was deleted meanwhile, and must not come back as a directory.
        }
        List<JobDelivery> all = new ArrayList<>();
        all.add(newest);
        all.addAll(read(jobDirectory));
        ObjectNode node = StrictJson.object();
        node.put("version", VERSION);
        ArrayNode lines = node.putArray("deliveries");
        all.stream().limit(MAX).forEach(one -> write(one, lines.addObject()));
        DurableFile.replace(jobDirectory.resolve(FILE), StrictJson.write(node));
    }

    private static void write(JobDelivery one, ObjectNode node) {
        node.put("id", one.id())
                .put("incident", one.incident())
                .put("title", one.title())
                .put("severity", one.severity())
                .put("service", one.service())
                .put("received_at", one.receivedAt().toString())
                .put("changed_at", one.changedAt().toString());
        AssignmentJson.write(one.assignment(), node.putObject("assignment"));
    }

    private static JobDelivery line(JsonFields fields) {
        return new JobDelivery(
                fields.text("id", TEXT),
                fields.text("incident", TEXT),
                fields.text("title", TEXT),
                fields.text("severity", TEXT),
                fields.text("service", TEXT),
                fields.instant("received_at"),
                fields.instant("changed_at"),
                AssignmentJson.read(fields.object("assignment")));
    }
}
