package io.weir.jenkins.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    @TempDir
    private Path home;

    @Test
    void shouldKeepOneLineForValueWithLineBreaks() throws IOException {
        AuditLogs.in(home).add("delivery.refused", Map.of("delivery", "a\n{\"event\":\"forged\"}\r\n"));

        assertThat(AuditLogs.lines(home)).hasSize(1).first().asString().contains("\\n");
    }

    @Test
    void shouldCutLongValues() throws IOException {
        AuditLogs.in(home).add("delivery.refused", Map.of("delivery", "x".repeat(100_000)));

        assertThat(AuditLogs.lines(home).getFirst()).hasSizeLessThan(1_000);
    }

    @Test
    void shouldBoundTheDiskSpaceOfFlood() throws IOException {
        AuditLog log = new AuditLog(home, Clock.systemUTC(), 1_000);

        for (int i = 0; i < 500; i++) {
            log.add("delivery.refused", Map.of("delivery", "d" + i, "reason", "r".repeat(100)));
        }

        try (Stream<Path> files = Files.list(home)) {
            assertThat(files)
                    .hasSize(AuditLog.KEPT + 1)
                    .allMatch(file -> file.toFile().length() < 1_300);
        }
        assertThat(Files.readString(home.resolve("audit.jsonl"))).contains("d499");
    }
}
