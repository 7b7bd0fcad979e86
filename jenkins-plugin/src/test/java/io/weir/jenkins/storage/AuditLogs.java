package io.weir.jenkins.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Audit logs for tests. */
public final class AuditLogs {
    private AuditLogs() {}

    /** One below a home directory. */
    public static AuditLog in(Path home) {
        return new AuditLog(home.resolve("audit"), Clock.systemUTC(), AuditLog.MAX_BYTES);
    }

    /** What it holds. */
    public static List<String> lines(Path home) throws IOException {
        return Files.readAllLines(home.resolve("audit").resolve("audit.jsonl"));
    }
}
