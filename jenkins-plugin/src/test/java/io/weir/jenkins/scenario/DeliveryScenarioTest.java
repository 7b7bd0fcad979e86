package io.weir.jenkins.scenario;

import static io.weir.jenkins.scenario.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.incident.IncidentEvent;
import io.weir.jenkins.Incidents;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.delivery.Delivery;
import io.weir.jenkins.delivery.DeliveryStore;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliveryScenarioTest {
    private static final String JOB = """
            properties([pipelineTriggers([onIncident()])])
            def it = incident()
            echo "id ${it?.id}, service ${it?.service}, severity ${it?.severity}, team ${it?.labels?.team}, count ${it?.count}"
            """;

    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldStartBuildThatKnowsItsIncident() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            host.define("remedy", JOB);

            HttpResponse<String> answer = sender.send(Incidents.event("d1"));

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(host.await("remedy", 2).log())
                    .contains("id 6f1d2c0b9a8e7d6c-1, service payments, severity high, team checkout, count 1");
        });
    }

    @Test
    void shouldStartDeclarativeJob() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            host.define("remedy", """
                    pipeline {
                        agent any
                        triggers { onIncident(types: 'opened', minSeverity: 'high', services: 'pay*', labels: 'team=checkout') }
                        stages {
                            stage('Look') {
                                steps {
                                    script { echo "service ${incident()?.service}" }
                                }
                            }
                        }
                    }
                    """);

            sender.send(Incidents.event("d1"));

            assertThat(host.await("remedy", 2).log()).contains("service payments");
        });
    }

    @Test
    void shouldStartOneBuildHoweverOftenDelivered() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            host.define("remedy", JOB);

            List<HttpResponse<String>> answers = inParallel(8, () -> sender.send(Incidents.event("d1")));
            host.await("remedy", 2);
            sender.send(Incidents.event("d2"));
            host.await("remedy", 3);

            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .containsOnlyOnce(202)
                    .containsOnly(202, 200);
            assertThat(answers)
                    .extracting(HttpResponse::body)
                    .containsOnly(answers.getFirst().body());
            assertThat(host.builds("remedy")).hasSize(3);
        });
    }

    @Test
    void shouldTellStrangersNothing() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            host.define("secret-job-name", JOB);

            HttpResponse<String> answer =
                    sender.send(Incidents.event("d1"), "whsec_" + "bm90IHRoZSBrZXkgdGhhdCB0aGUgaG9zdCBrbm93cw==");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"error\":\"forbidden\"}");
            assertThat(host.builds("secret-job-name")).hasSize(1);
        });
    }

    @Test
    void shouldNotNameJobsInAnyAnswer() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            host.define("secret-job-name", JOB);

            HttpResponse<String> first = sender.send(Incidents.event("d1"));
            host.await("secret-job-name", 2);
            HttpResponse<String> second = sender.send(Incidents.event("d1"));

            assertThat(first.body() + second.body()).doesNotContain("secret-job-name");
            assertThat(second.body()).isEqualTo(first.body());
        });
    }

    @Test
    void shouldStartAllowedJobsOnly() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            WeirConfiguration.get().setAllowedJobs("remedy-*");
            host.define("other", JOB);
            host.define("remedy-1", JOB);

            sender.send(Incidents.event("d1"));
            host.await("remedy-1", 2);

            assertThat(host.builds("other")).hasSize(1);
            assertThat(audit(host)).anyMatch(line -> line.contains("job.not_allowed") && line.contains("other"));
        });
    }

    @Test
    void shouldStartNothingForEventsThatTheTriggerIsNotAbout() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            host.define("checkout-only", JOB.replace("onIncident()", "onIncident(services: 'checkout')"));
            host.define("any", JOB);

            sender.send(Incidents.event("d1"));
            sender.send(Incidents.event("d2", IncidentEvent.Type.UPDATED, "6f1d2c0b9a8e7d6c-1", "payments"));
            host.await("any", 2);
            eventually(() -> assertThat(DeliveryStore.get().open()).isEmpty());

            assertThat(host.builds("checkout-only")).hasSize(1);
            assertThat(host.builds("any")).hasSize(2);
        });
    }

    @Test
    void shouldFillDeclaredParametersOnly() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            host.define("remedy", """
                    properties([
                        parameters([
                            string(name: 'INCIDENT_ID', defaultValue: 'none'),
                            string(name: 'INCIDENT_SERVICE', defaultValue: 'none'),
                            string(name: 'COLOUR', defaultValue: 'green'),
                        ]),
                        pipelineTriggers([onIncident()])
                    ])
                    echo "all ${params.INCIDENT_ID} ${params.INCIDENT_SERVICE} ${params.COLOUR} ${params.INCIDENT_TITLE}"
                    """);

            sender.send(Incidents.event("d1"));

            assertThat(host.await("remedy", 2).log()).contains("all 6f1d2c0b9a8e7d6c-1 payments green null");
        });
    }

    @Test
    void shouldStartAfterRestartWhatWasAcceptedBefore() throws Throwable {
        jenkins.session(host -> {
            Sender.trustedBy(host);
            host.define("remedy", JOB);
            // As if Jenkins had stopped between the answer and the queue.
            DeliveryStore.get().accept(Delivery.accepted(Incidents.event("d1"), Instant.now()));
        });

        jenkins.session(host -> {
            assertThat(host.await("remedy", 2).log()).contains("service payments");
            eventually(() -> assertThat(DeliveryStore.get().open()).isEmpty());
            assertThat(host.builds("remedy")).hasSize(2);
        });
    }

    @Test
    void shouldKnowAfterRestartWhatWasDeliveredBefore() throws Throwable {
        jenkins.session(host -> {
            Sender sender = Sender.trustedBy(host);
            host.define("remedy", JOB);
            sender.send(Incidents.event("d1"));
            host.await("remedy", 2);
        });

        jenkins.session(host -> {
            assertThat(Sender.trustedBy(host).send(Incidents.event("d1")).statusCode())
                    .isEqualTo(200);
            assertThat(host.builds("remedy")).hasSize(2);
        });
    }

    private static List<String> audit(PipelineHost host) throws Exception {
        return Files.readAllLines(host.home().resolve("weir/audit/audit.jsonl"));
    }

    private static <T> List<T> inParallel(int times, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> futures = threads.invokeAll(Collections.nCopies(times, call));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
