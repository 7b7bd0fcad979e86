package io.weir.jenkins.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.Extension;
import hudson.ExtensionList;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What was received, started, held, dropped and reported: one JSON object a line in {@code weir/audit/audit.jsonl}.
 *
 * <p>It outlives jobs and builds, and never holds a secret or a request's body. Past {@link #MAX_BYTES} the file becomes
 * {@code audit.1.jsonl} and so on; {@link #KEPT} old ones are kept, so that a flood of refused requests can't fill the disk.
 */
@Extension
public final class AuditLog {
    /** Some twenty thousand lines. */
    static final long MAX_BYTES = 5L << 20;

    /** Old files kept beside the current one. */
    static final int KEPT = 9;

    private static final int MAX_VALUE = 500;
    private static final Logger LOGGER = Logger.getLogger(AuditLog.class.getName());

    private final Path directory;
    private final Clock clock;
    private final long maxBytes;

    /** In Jenkins' home. */
    public AuditLog() {
        this(WeirHome.directory("audit"), Clock.systemUTC(), MAX_BYTES);
    }

    AuditLog(Path directory, Clock clock, long maxBytes) {
        this.directory = directory;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    /** The one of this Jenkins. */
    public static AuditLog get() {
        return ExtensionList.lookupSingleton(AuditLog.class);
    }

    /**
     * Adds a line. A line that can't be written goes to Jenkins' log instead: auditing must not stop a remediation.
     *
     * @param event what happened, as {@code delivery.refused}
     * @param details what more there is to say; long values are cut
     */
    public synchronized void add(String event, Map<String, String> details) {
        ObjectNode line = StrictJson.object();
        line.put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("event", event);
        new TreeMap<>(details).forEach((name, value) -> line.put(name, clipped(value)));
        byte[] bytes = StrictJson.write(line);
        try {
            Files.createDirectories(directory);
            rotateIfFull();
            Files.write(current(), withNewline(bytes), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "can't write to " + current() + ": " + line);
        }
    }

    private void rotateIfFull() throws IOException {
        if (!Files.exists(current()) || Files.size(current()) < maxBytes) {
            return;
        }
        for (int n = KEPT - 1; n >= 1; n--) {
            if (Files.exists(old(n))) {
                Files.move(old(n), old(n + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(current(), old(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path current() {
        return directory.resolve("audit.jsonl");
    }

    private Path old(int n) {
        return directory.resolve("audit." + n + ".jsonl");
    }

    private static byte[] withNewline(byte[] line) {
        byte[] all = Arrays.copyOf(line, line.length + 1);
        all[line.length] = '\n';
        return all;
    }

    private static String clipped(String value) {
        return value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE) + "…";
    }
}
