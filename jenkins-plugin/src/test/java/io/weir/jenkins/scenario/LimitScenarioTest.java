package io.weir.jenkins.scenario;

import static io.weir.jenkins.scenario.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.incident.IncidentEvent;
import io.weir.jenkins.Incidents;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cooldown, the limit of running builds, and storms: what is held back, and what comes of it. */
class LimitScenarioTest {
    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldGiveWhatExceedsTheLimitOneBuildAfterwards() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            host.define("remedy", """
                    properties([pipelineTriggers([onIncident(maxRunning: 1)])])
                    def it = incident()
                    echo "count ${it?.count}"
                    if (it?.count == 1) { sleep 6 }
                    """);

            for (int i = 1; i <= 3; i++) {
                sender.send(Incidents.event("d" + i, IncidentEvent.Type.OPENED, "aa0" + i + "-1", "service" + i));
            }

            assertThat(host.await("remedy", 2).log()).contains("count 1");
            assertThat(host.await("remedy", 3).log()).contains("count 2");
            assertThat(host.builds("remedy")).hasSize(3);
        });
    }

    @Test
    void shouldHoldTheSameIncidentBackDuringItsCooldown() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            host.define("remedy", job("cooldown: '5s'"));

            sender.send(Incidents.event("d1", IncidentEvent.Type.OPENED, "aa01-1", "payments"));
            sender.send(Incidents.event("d2", IncidentEvent.Type.OPENED, "aa01-2", "payments"));
            sender.send(Incidents.event("d3", IncidentEvent.Type.OPENED, "bb01-1", "checkout"));

            assertThat(host.await("remedy", 2).log()).contains("first aa01-1");
            assertThat(host.await("remedy", 3).log()).contains("first bb01-1");
            assertThat(host.await("remedy", 4).log()).contains("first aa01-2");
        });
    }

    @Test
    void shouldGiveStormOneBuildWithAllItsIncidents() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            host.define("remedy", job("storm: '2/15s'"));

            for (int i = 1; i <= 9; i++) {
                sender.send(Incidents.event("d" + i, IncidentEvent.Type.OPENED, "aa0" + i + "-1", "service" + i));
            }

            assertThat(host.await("remedy", 4).log()).contains("count 7");
            assertThat(host.builds("remedy")).hasSize(4);
        });
    }

    @Test
    void shouldDropWhatIsHeldWhenItsIncidentResolves() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            host.define("remedy", job("cooldown: '4s'"));
            sender.send(Incidents.event("d1", IncidentEvent.Type.OPENED, "aa01-1", "payments"));
            host.await("remedy", 2);

            sender.send(Incidents.event("d2", IncidentEvent.Type.OPENED, "aa01-2", "payments"));
            sender.send(Incidents.event("d3", IncidentEvent.Type.RESOLVED, "aa01-2", "payments"));

            eventually(() -> assertThat(Files.readAllLines(host.home().resolve("weir/audit/audit.jsonl")))
                    .anyMatch(line -> line.contains("build.dropped")
                            && line.contains("aa01-2")
                            && line.contains("resolved meanwhile")));
            assertThat(host.builds("remedy")).hasSize(2);
        });
    }

    @Test
    void shouldKeepHeldOnesOverRestart() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            host.define("remedy", job("storm: '1/3s'"));
            sender.send(Incidents.event("d1", IncidentEvent.Type.OPENED, "aa01-1", "payments"));
            sender.send(Incidents.event("d2", IncidentEvent.Type.OPENED, "aa02-1", "payments"));
            host.await("remedy", 2);
        });

        jenkins.session(host -> {
            assertThat(host.await("remedy", 3).log()).contains("first aa02-1");
            assertThat(host.builds("remedy")).hasSize(3);
        });
    }

    private static String job(String settings) {
        return """
                properties([pipelineTriggers([onIncident(%s)])])
                def it = incident()
                echo "first ${it?.id}, count ${it?.count}"
                """.formatted(settings);
    }
}
