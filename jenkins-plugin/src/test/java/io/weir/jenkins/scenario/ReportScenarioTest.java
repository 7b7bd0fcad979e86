package io.weir.jenkins.scenario;

import static io.weir.jenkins.scenario.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.incident.Outcome;
import io.weir.jenkins.Incidents;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.report.Report;
import io.weir.jenkins.report.ReportQueue;
import io.weir.jenkins.scenario.ReportLedger.Entry;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReportScenarioTest {
    private static final String INCIDENT = "/_weir/incidents/6f1d2c0b9a8e7d6c-1";

    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    private ReportLedger elasticsearch;

    @BeforeEach
    void open() throws Throwable {
        elasticsearch = new ReportLedger();
    }

    @AfterEach
    void close() {
        elasticsearch.close();
    }

    @Test
    void shouldReportStartAndOutcomeInOrder() throws Throwable {
        jenkins.session(host -> {
            deliver(host, "resolveIncident(outcome: 'mitigated', note: 'rolled back')");

            eventually(() -> assertThat(elasticsearch.taken())
                    .satisfiesExactly(
                            started -> {
                                assertThat(started.path()).isEqualTo(INCIDENT + "/_note");
                                assertThat(started.outcome()).isEqualTo("started");
                            },
                            mitigated -> {
                                assertThat(mitigated.path()).isEqualTo(INCIDENT + "/_note");
                                assertThat(mitigated.outcome()).isEqualTo("mitigated");
                                assertThat(mitigated.body().path("note").asText())
                                        .isEqualTo("rolled back");
                                assertThat(mitigated.body().path("by").asText()).isEqualTo("jenkins remedy #2");
                                assertThat(mitigated.body().path("url").asText())
                                        .endsWith("/job/remedy/2/");
                                assertThat(mitigated.id()).matches("[0-9a-f]{32}");
                            }));
        });
    }

    @Test
    void shouldCloseTheIncidentWhenItIsFixed() throws Throwable {
        jenkins.session(host -> {
            deliver(host, "resolveIncident 'fixed'");

            eventually(() -> assertThat(elasticsearch.taken())
                    .extracting(Entry::path)
                    .containsExactly(INCIDENT + "/_note", INCIDENT + "/_resolve"));
        });
    }

    @Test
    void shouldTryAgainWithTheSameIdUntilItIsTaken() throws Throwable {
        jenkins.session(host -> {
            elasticsearch.failNext(2);
            deliver(host, "resolveIncident(outcome: 'not_needed')");

            eventually(() -> assertThat(elasticsearch.taken())
                    .extracting(Entry::outcome)
                    .containsExactly("started", "not_needed"));
            assertThat(elasticsearch.all())
                    .extracting(Entry::outcome)
                    .containsExactly("started", "started", "started", "not_needed");
            assertThat(elasticsearch.all().subList(0, 3))
                    .extracting(Entry::id)
                    .containsOnly(elasticsearch.all().getFirst().id());
        });
    }

    @Test
    void shouldReportByItselfThatBuildFailed() throws Throwable {
        jenkins.session(host -> {
            deliver(host, "error 'the rollback is not possible'");

            eventually(() ->
                    assertThat(elasticsearch.taken()).extracting(Entry::outcome).containsExactly("started", "failed"));
        });
    }

    @Test
    void shouldNotContradictWhatTheBuildSaid() throws Throwable {
        jenkins.session(host -> {
            deliver(host, "resolveIncident(outcome: 'mitigated'); error 'afterwards'");
            deliver(host, "d2", "done", "resolveIncident(outcome: 'fixed')");

            eventually(() ->
                    assertThat(elasticsearch.taken()).extracting(Entry::outcome).contains("fixed"));
            assertThat(elasticsearch.taken()).extracting(Entry::outcome).doesNotContain("failed");
        });
    }

    @Test
    void shouldReportByItselfThatBuildWasAborted() throws Throwable {
        jenkins.session(host -> {
            start(host, "d1", "remedy", "echo 'waiting'; sleep 600");
            eventually(() -> assertThat(host.builds("remedy"))
                    .hasSize(2)
                    .last()
                    .satisfies(build -> assertThat(build.log()).contains("waiting")));

            host.abort("remedy", 2);

            eventually(() ->
                    assertThat(elasticsearch.taken()).extracting(Entry::outcome).containsExactly("started", "aborted"));
        });
    }

    @Test
    void shouldSendAfterRestartWhatCouldNotBeSentBefore() throws Throwable {
        int port = elasticsearch.port();
        elasticsearch.close();
        jenkins.session(host -> {
            WeirConfiguration.get().setElasticsearchUrl("http://127.0.0.1:" + port);
            start(host, "d1", "remedy", "resolveIncident(outcome: 'mitigated')");
            host.await("remedy", 2);
        });

        elasticsearch = new ReportLedger(port);
        jenkins.session(host -> eventually(() ->
                assertThat(elasticsearch.taken()).extracting(Entry::outcome).containsExactly("started", "mitigated")));
    }

    @Test
    void shouldNeverSendElsewhereWhatIsForTheServerOfFolder() throws Throwable {
        jenkins.session(host -> {
            WeirConfiguration.get().setElasticsearchUrl(elasticsearch.url());
            ReportQueue.get().add(report("r1", "folder/that/is/gone"));
            ReportQueue.get().add(report("r2", ""));

            eventually(() ->
                    assertThat(elasticsearch.taken()).extracting(Entry::id).containsExactly("r2"));
            assertThat(ReportQueue.get().size()).isEqualTo(1);
        });

        jenkins.session(host -> {
            assertThat(ReportQueue.get().size()).isEqualTo(1);
            ReportQueue.get().add(report("r3", ""));
            eventually(() ->
                    assertThat(elasticsearch.taken()).extracting(Entry::id).containsExactly("r2", "r3"));
        });
    }

    @Test
    void shouldFollowFolderThatIsRenamed() throws Throwable {
        jenkins.session(host -> {
            ReportQueue.get().add(report("r1", "team"));
            ReportQueue.get().add(report("r2", "team/inner"));

            ReportQueue.get().renamed("team", "crew");

            assertThat(Files.readString(host.home().resolve("weir/reports/open/r1.json")))
                    .contains("\"scope\":\"crew\"");
            assertThat(Files.readString(host.home().resolve("weir/reports/open/r2.json")))
                    .contains("\"scope\":\"team/inner\"");
        });
    }

    private static Report report(String id, String scope) {
        Instant now = Instant.now();
        return new Report(id, scope, "aa01-1", Outcome.MITIGATED, "", "jenkins x #1", null, now, 0, now);
    }

    @Test
    void shouldNameOutcomeAndTheAllowedOnes() throws Throwable {
        jenkins.session(host -> {
            deliver(host, "resolveIncident(outcome: 'solved')");

            assertThat(host.await("remedy", 2).log())
                    .contains("outcome is 'solved', must be one of fixed, mitigated, not_needed, failed, aborted");
        });
    }

    @Test
    void shouldRefuseNoteThatIsTooLong() throws Throwable {
        jenkins.session(host -> {
            deliver(host, "resolveIncident(outcome: 'fixed', note: 'x' * 2001)");

            assertThat(host.await("remedy", 2).log()).contains("note has 2001 characters, at most 2000 are allowed");
        });
    }

    @Test
    void shouldFailWhereNoIncidentStartedTheBuild() throws Throwable {
        jenkins.session(host -> {
            host.define("by-hand", "resolveIncident(outcome: 'fixed')");

            Build build = host.await("by-hand", 1);
            assertThat(build.result()).isEqualTo("FAILURE");
            assertThat(build.log()).contains("this build was not started by an incident");
        });
    }

    private void deliver(PipelineHost host, String script) throws Throwable {
        deliver(host, "d1", "remedy", script);
    }

    private void deliver(PipelineHost host, String delivery, String job, String script) throws Throwable {
        WeirConfiguration.get().setElasticsearchUrl(elasticsearch.url());
        start(host, delivery, job, script);
        host.await(job, 2);
    }

    private void start(PipelineHost host, String delivery, String job, String script) throws Throwable {
        Sender sender = Sender.trustedBy(host);
        if (WeirConfiguration.get().getElasticsearchUrl().isEmpty()) {
            WeirConfiguration.get().setElasticsearchUrl(elasticsearch.url());
        }
        host.define(job, "properties([pipelineTriggers([onIncident()])])\nif (incident() != null) { " + script + " }");
        WeirConfiguration.get().setAllowedJobs(job);
        sender.send(Incidents.event(delivery));
    }
}
