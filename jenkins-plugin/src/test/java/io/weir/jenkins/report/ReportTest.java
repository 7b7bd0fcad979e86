package io.weir.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.incident.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:31.5Z");

    @Test
    void shouldReadBackWhichServerItIsFor() {
        Report report = report("team/payments");

        assertThat(Report.read(report.write())).isEqualTo(report);
        assertThat(report.retriedAt(NOW.plusSeconds(1)).scope()).isEqualTo("team/payments");
    }

    @Test
    void shouldWriteWhatOlderReleasesCanReadForTheGlobalServer() {
        Report report = report("");

        assertThat(Report.read(report.write())).isEqualTo(report);
        assertThat(new String(report.write(), StandardCharsets.UTF_8))
                .startsWith("{\"version\":1,")
                .doesNotContain("scope");
    }

    private static Report report(String scope) {
        return new Report("r1", scope, "aa01-1", Outcome.FIXED, "note", "jenkins x #1", null, NOW, 0, NOW);
    }
}
