package io.weir.jenkins.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.jenkins.Incidents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:31.5Z");

    @TempDir
    private Path home;

    private DeliveryStore store;

    @BeforeEach
    void prepare() {
        store = new DeliveryStore(home.resolve("deliveries"));
    }

    @Test
    void shouldReadBackWhatItWrote() throws IOException {
        Delivery delivery = Delivery.accepted(Incidents.event("d1"), NOW)
                .plannedAs(List.of(
                        Assignment.now("folder/job", NOW),
                        Assignment.held("other", NOW.plusSeconds(60), "storm").queued(7)));
        store.accept(delivery);

        assertThat(store.find("d1")).isEqualTo(delivery);
    }

    @Test
    void shouldReadBackWhatPeopleDecided() throws IOException {
        Delivery delivery = Delivery.accepted(Incidents.event("d1"), NOW)
                .plannedAs(List.of(
                        Assignment.awaiting("one", NOW),
                        Assignment.awaiting("two", NOW).approvedBy("ann").startedBy("bob", NOW)));
        store.accept(delivery);

        assertThat(store.find("d1")).isEqualTo(delivery);
    }

    @Test
    void shouldWriteWhatOlderReleasesCanReadWhereNobodyDecided() throws IOException {
        store.accept(Delivery.accepted(Incidents.event("d1"), NOW).plannedAs(List.of(Assignment.now("one", NOW))));
        store.accept(Delivery.accepted(Incidents.event("d2"), NOW).plannedAs(List.of(Assignment.awaiting("one", NOW))));

        try (Stream<Path> files = Files.list(home.resolve("deliveries/open"))) {
            assertThat(files.map(DeliveryStoreTest::text))
                    .satisfiesExactlyInAnyOrder(
                            plain -> assertThat(plain)
                                    .startsWith("{\"version\":1,")
                                    .contains("\"waiting\""),
                            decided -> assertThat(decided)
                                    .startsWith("{\"version\":2,")
                                    .contains("\"awaiting\""));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldAcceptAnIdOnce() throws IOException {
        assertThat(store.accept(Delivery.accepted(Incidents.event("d1"), NOW))).isTrue();
        assertThat(store.accept(Delivery.accepted(Incidents.event("d1"), NOW))).isFalse();
    }

    @Test
    void shouldStillKnowFinishedDelivery() throws IOException {
        Delivery delivery = Delivery.accepted(Incidents.event("d1"), NOW);
        store.accept(delivery);
        store.update(delivery.plannedAs(List.of()));

        assertThat(store.open()).isEmpty();
        assertThat(store.accept(delivery)).isFalse();
    }

    @Test
    void shouldKeepFilesInsideItsDirectoryWhateverTheIdIs() throws IOException {
        for (String id : List.of("..", ".", "...", "con", "A", "a")) {
            store.accept(Delivery.accepted(Incidents.event(id), NOW));
        }

        try (Stream<Path> files = Files.list(home.resolve("deliveries/open"))) {
            assertThat(files)
                    .hasSize(6)
                    .allMatch(file -> file.getFileName().toString().matches("[0-9a-f]{32}\\.json"));
        }
    }

    @Test
    void shouldPutUnreadableFileAsideAndGoOn() throws IOException {
        store.accept(Delivery.accepted(Incidents.event("d1"), NOW));
        Files.writeString(home.resolve("deliveries/open/0123.json"), "{\"version\":1");

        assertThat(store.open()).extracting(Delivery::id).containsExactly("d1");
        assertThat(home.resolve("deliveries/broken/0123.json")).exists();
    }

    @Test
    void shouldRefuseFileOfNewerVersion() throws IOException {
        Files.createDirectories(home.resolve("deliveries/open"));
        Files.writeString(home.resolve("deliveries/open/0123.json"), "{\"version\":3}");

        assertThat(store.open()).isEmpty();
        assertThat(home.resolve("deliveries/broken/0123.json")).exists();
    }

    @Test
    void shouldForgetOldFinishedDeliveriesOnly() throws IOException {
        Delivery finished = Delivery.accepted(Incidents.event("old"), NOW);
        store.accept(finished);
        store.update(finished.plannedAs(List.of()));
        store.accept(Delivery.accepted(Incidents.event("open"), NOW));

        store.prune(Instant.now().plus(DeliveryStore.KEPT).plus(Duration.ofDays(1)));

        assertThat(store.find("old")).isNull();
        assertThat(store.find("open")).isNotNull();
    }
}
