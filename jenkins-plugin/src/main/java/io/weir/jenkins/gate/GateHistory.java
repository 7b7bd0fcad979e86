package io.weir.jenkins.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.gate.GateData;
import io.weir.gate.GateMetric;
import io.weir.gate.GateParts;
import io.weir.gate.GateResult;
import io.weir.gate.GateVerdict;
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
 * The last gates of a job, in {@value #FILE} in the job's directory, so that the job's page needs one small file and no builds.
 * For people to look at: nothing depends on it. It outlives the builds that it is about.
 */
final class GateHistory {
    static final String FILE = "weir-gates.json";

    /** Some 50 builds with several gates. */
    static final int MAX = 300;

    private static final int VERSION = 1;
    private static final int TEXT = 300;
    private static final Logger LOGGER = Logger.getLogger(GateHistory.class.getName());

    private GateHistory() {}

    /** Whether the job has had a gate. Cost: one look at the disk. */
    static boolean exists(Path jobDirectory) {
        return Files.exists(jobDirectory.resolve(FILE));
    }

    /** What is kept, oldest first; empty if there is nothing, or nothing readable. */
    static List<TrendPoint> read(Path jobDirectory) {
        Path file = jobDirectory.resolve(FILE);
        try {
            JsonFields fields = new JsonFields(StrictJson.parseObject(Files.readAllBytes(file), FILE), "");
            fields.integer("version", VERSION, VERSION);
            return fields.objects("gates", MAX, GateHistory::point);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | IllegalArgumentException e) {
            LOGGER.log(Level.WARNING, e, () -> file + " can't be read; it begins anew");
            return List.of();
        }
    }

    /** Adds one and forgets the oldest above the limit; one writer at a time. */
    static synchronized void add(Path jobDirectory, GateResult result) throws IOException {
        if (!Files.isDirectory(jobDirectory)) {
            return; // The job was deleted meanwhile, and must not come back as a directory.
        }
        List<TrendPoint> all = new ArrayList<>(read(jobDirectory));
        GateData data = result.data();
        all.add(new TrendPoint(
                result.build().number(),
                result.gate(),
                clipped(result.subject()),
                result.verdict(),
                data == null ? 0 : data.rows(),
                result.counts().failed() + result.counts().warned(),
                result.counts().total(),
                result.metrics().isEmpty() ? null : result.metrics().getFirst()));
        ObjectNode node = StrictJson.object().put("version", VERSION);
        ArrayNode gates = node.putArray("gates");
        all.subList(Math.max(0, all.size() - MAX), all.size()).forEach(one -> write(one, gates.addObject()));
        DurableFile.replace(jobDirectory.resolve(FILE), StrictJson.write(node));
    }

    private static String clipped(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT - 1) + "…";
    }

    private static void write(TrendPoint one, ObjectNode node) {
        node.put("build", one.build())
                .put("gate", one.gate())
                .put("subject", one.subject())
                .put("verdict", one.verdict().id())
                .put("rows", one.rows())
                .put("failed", one.failed())
                .put("total", one.total());
        GateMetric metric = one.metric();
        if (metric != null) {
            GateParts.write(node.putObject("metric"), metric);
        }
    }

    private static TrendPoint point(JsonFields fields) {
        return new TrendPoint(
                fields.integer("build", 1, Long.MAX_VALUE),
                fields.text("gate", TEXT),
                fields.text("subject", TEXT),
                fields.parsed("verdict", TEXT, GateVerdict::of),
                fields.integer("rows", 0, Long.MAX_VALUE),
                fields.integer("failed", 0, Long.MAX_VALUE),
                fields.integer("total", 0, Long.MAX_VALUE),
                fields.has("metric") ? GateParts.metric(fields.object("metric")) : null);
    }
}
