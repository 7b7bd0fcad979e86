package io.weir.jenkins.scenario;

import static io.weir.jenkins.scenario.ApprovalScenarioTest.audit;
import static io.weir.jenkins.scenario.ApprovalScenarioTest.job;
import static io.weir.jenkins.scenario.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.incident.IncidentEvent;
import io.weir.jenkins.Incidents;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.trigger.DecisionCause;
import java.time.Instant;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page "Incidents" of a job shows, and what people do there about what is held. */
class BoardScenarioTest {
    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldBeThereForJobsWithTheTriggerOnly() throws Throwable {
        jenkins.session(host -> {
            host.define("remedy", job(""));
            host.define("other", "echo 'no trigger'");

            assertThat(Board.of("remedy")).isNotNull();
            assertThat(Board.of("other")).isNull();
        });
    }

    @Test
    void shouldSayWhyAndUntilWhenSomethingIsHeld() throws Throwable {
        jenkins.session(host -> {
            coolingDown(host);

            assertThat(Board.of("remedy").getOpen()).singleElement().satisfies(row -> {
                assertThat(row.getState()).isEqualTo("held");
                assertThat(row.getReason()).isEqualTo("cooldown");
                assertThat(Instant.parse(row.getUntil())).isAfter(Instant.now().plusSeconds(3_000));
                assertThat(Instant.parse(row.getSince())).isBeforeOrEqualTo(Instant.now());
                assertThat(row.getIncident()).isEqualTo("aa01-2");
                assertThat(row.getService()).isEqualTo("payments");
            });
        });
    }

    @Test
    void shouldStartHeldOneNow() throws Throwable {
        jenkins.session(host -> {
            coolingDown(host);

            Board.of("remedy").doStart("d2");

            assertThat(host.await("remedy", 3).log()).contains("first aa01-2, count 1");
            String user = Jenkins.getAuthentication2().getName();
            assertThat(Board.build("remedy", 3).getCause(DecisionCause.class).getShortDescription())
                    .isEqualTo("Started by " + user + " although it was held");
            assertThat(audit(host))
                    .anyMatch(line -> line.contains("delivery.started_by_hand")
                            && line.contains("aa01-2")
                            && line.contains("\"user\":\"" + user + "\""));
        });
    }

    @Test
    void shouldStartHeldOneNowAboveTheRunningLimit() throws Throwable {
        jenkins.session(host -> {
            host.define("remedy", """
                    properties([pipelineTriggers([onIncident(maxRunning: 1)])])
                    if (incident()?.id == 'aa01-1') { sleep 600 }
                    """);
            Sender sender = Sender.trustedBy(host);
            sender.send(Incidents.event("d1", IncidentEvent.Type.OPENED, "aa01-1", "payments"));
            sender.send(Incidents.event("d2", IncidentEvent.Type.OPENED, "bb01-1", "checkout"));
            eventually(() -> assertThat(Board.open("remedy")).containsExactly("d2 held maxRunning"));

            Board.of("remedy").doStart("d2");

            assertThat(host.await("remedy", 3).result()).isEqualTo("SUCCESS");
            host.abort("remedy", 2);
            host.await("remedy", 2);
        });
    }

    @Test
    void shouldDropHeldOne() throws Throwable {
        jenkins.session(host -> {
            coolingDown(host);

            Board.of("remedy").doDrop("d2");

            String user = Jenkins.getAuthentication2().getName();
            assertThat(Board.open("remedy")).isEmpty();
            assertThat(Board.over("remedy")).containsExactly("d2 dropped dropped by " + user, "d1 started");
            assertThat(audit(host)).anyMatch(line -> line.contains("delivery.dropped_by_hand") && line.contains(user));
        });
    }

    @Test
    void shouldStillShowPastAfterRestart() throws Throwable {
        jenkins.session(host -> {
            host.define("remedy", job(""));
            Sender.trustedBy(host).send(Incidents.event("d1"));
            host.await("remedy", 2);
            eventually(() -> assertThat(Board.over("remedy")).hasSize(1));
        });

        jenkins.session(host -> assertThat(Board.of("remedy").getOver())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getState()).isEqualTo("started");
                    assertThat(row.getBuildUrl()).isEqualTo("job/remedy/2/");
                    assertThat(row.getTitle()).isEqualTo("payments is slow");
                }));
    }

    @Test
    void shouldDropHeldOneThatIsNoLongerAllowed() throws Throwable {
        jenkins.session(host -> {
            coolingDown(host);
            WeirConfiguration.get().setAllowedJobs("others-*");

            Board.of("remedy").doStart("d2");

            assertThat(Board.over("remedy"))
                    .startsWith("d2 dropped not among the allowed jobs of the global configuration");
            assertThat(Board.of("remedy").getRefusal())
                    .isEqualTo("not among the allowed jobs of the global configuration");
            assertThat(host.builds("remedy")).hasSize(2);
        });
    }

    @Test
    void shouldTellInTheBuildLogThatTheTriggerIsWithoutEffect() throws Throwable {
        jenkins.session(host -> {
            WeirConfiguration.get().setAllowedJobs("others-*");
            host.define("remedy", job(""));
            host.define("others-1", job(""));

            assertThat(host.await("remedy", 1).log())
                    .contains("[weir] incidents do not start this job: not among the allowed jobs");
            assertThat(host.await("others-1", 1).log()).doesNotContain("do not start this job");
        });
    }

    private static void coolingDown(PipelineHost host) throws Throwable {
        host.define("remedy", job("cooldown: '1h'"));
        Sender sender = Sender.trustedBy(host);
        sender.send(Incidents.event("d1", IncidentEvent.Type.OPENED, "aa01-1", "payments"));
        host.await("remedy", 2);
        sender.send(Incidents.event("d2", IncidentEvent.Type.OPENED, "aa01-2", "payments"));
        eventually(() -> {
            assertThat(Board.open("remedy")).containsExactly("d2 held cooldown");
            assertThat(Board.over("remedy")).containsExactly("d1 started");
        });
    }
}
