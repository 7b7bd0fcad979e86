package io.weir.jenkins.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.jenkins.Incidents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:31.5Z");

    @TempDir
    private Path job;

    @Test
    void shouldReadBackNewestFirst() throws IOException {
        JobDelivery first = line("d1", Assignment.now("remedy", NOW).started(7));
        JobDelivery second =
                line("d2", Assignment.awaiting("remedy", NOW).approvedBy("ann").dropped("rejected"));
        JobHistory.add(job, first);
        JobHistory.add(job, second);

        assertThat(JobHistory.read(job)).containsExactly(second, first);
    }

    @Test
    void shouldForgetTheOldest() throws IOException {
        for (int i = 0; i < JobHistory.MAX + 5; i++) {
            JobHistory.add(job, line("d" + i, Assignment.now("remedy", NOW).started(i + 1)));
        }

        assertThat(JobHistory.read(job))
                .hasSize(JobHistory.MAX)
                .extracting(JobDelivery::id)
                .startsWith("d104")
                .endsWith("d5");
    }

    @Test
    void shouldBeginAnewWhereItsFileCannotBeRead() throws IOException {
        Files.writeString(job.resolve(JobHistory.FILE), "{\"version\":9}");

        JobHistory.add(job, line("d1", Assignment.now("remedy", NOW).started(1)));

        assertThat(JobHistory.read(job)).extracting(JobDelivery::id).containsExactly("d1");
    }

    @Test
    void shouldNotBringBackTheDirectoryOfDeletedJob() throws IOException {
        Path gone = job.resolve("gone");

        JobHistory.add(gone, line("d1", Assignment.now("gone", NOW).started(1)));

        assertThat(gone).doesNotExist();
        assertThat(JobHistory.read(gone)).isEmpty();
    }

    private static JobDelivery line(String id, Assignment assignment) {
        return JobDelivery.of(Delivery.accepted(Incidents.event(id), NOW), assignment, "payments", NOW.plusSeconds(1));
    }
}
