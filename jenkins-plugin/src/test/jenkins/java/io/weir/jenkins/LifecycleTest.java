package io.weir.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.Items;
import io.weir.incident.Outcome;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.incident.IncidentAction;
import io.weir.jenkins.incident.Reported;
import io.weir.jenkins.trigger.IncidentTrigger;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jenkinsci.plugins.pipeline.modeldefinition.actions.RestartDeclarativePipelineAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Builds, jobs and files over time: restarts in the middle, renames, deletions, repetitions, data of other releases. */
class LifecycleTest {
    private static final String INCIDENT = "6f1d2c0b9a8e7d6c-1";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void shouldGoOnAfterARestartInTheMiddleOfABuild() throws Throwable {
        sessions.then(rule -> {
            WorkflowJob job = remedy(rule, """
                    def trouble = incident()
                    echo "before ${trouble.id}"
                    sleep 10
                    echo "after ${trouble.id}, ${incident().severity}"
                    resolveIncident(outcome: 'mitigated', note: 'rolled back')
                    """);
            Remedies.deliver("d1", "payments is slow");
            rule.waitForMessage("before " + INCIDENT, started(job, 1));
        });
        sessions.then(rule -> {
            WorkflowJob job = rule.jenkins.getItemByFullName("remedy", WorkflowJob.class);
            WorkflowRun build = Remedies.build(rule, job, 1);

            rule.assertLogContains("after " + INCIDENT + ", high", build);
            assertThat(build.getAction(IncidentAction.class).reported())
                    .extracting(Reported::outcome)
                    .contains(Outcome.MITIGATED);
            assertThat(job.getLastBuild().getNumber()).isEqualTo(1);
        });
    }

    @Test
    void shouldFollowAJobThatIsRenamedWhileItsBuildIsQueued() throws Throwable {
        sessions.then(rule -> {
            WorkflowJob job = remedy(rule, "echo \"given ${incident()?.id}\"");
            queueInQuietMode(rule);

            job.renameTo("better-remedy");
            rule.jenkins.doCancelQuietDown();

            rule.assertLogContains("given " + INCIDENT, Remedies.build(rule, job, 1));
            Remedies.awaitAudit("started", "better-remedy");
        });
    }

    @Test
    void shouldFollowAJobThatIsMovedWhileItsBuildIsHeld() throws Throwable {
        sessions.then(rule -> {
            WorkflowJob job = remedy(rule, "echo \"given ${incident()?.id}\"");
            Folder folder = rule.createProject(Folder.class, "ops");
            queueInQuietMode(rule);

            WorkflowJob moved = Items.move(job, folder);
            rule.jenkins.doCancelQuietDown();

            rule.assertLogContains("given " + INCIDENT, Remedies.build(rule, moved, 1));
            Remedies.awaitAudit("started", "ops/remedy");
        });
    }

    @Test
    void shouldKeepTheAuditOfJobsAndBuildsThatAreDeleted() throws Throwable {
        sessions.then(rule -> {
            WorkflowJob job = remedy(rule, "echo 'ran'");
            Remedies.deliver("d1", "payments is slow");
            Remedies.build(rule, job, 1).delete();
            Remedies.awaitAudit("started", "\"remedy\"", "d1");
            job.delete();
        });
        sessions.then(rule -> Remedies.awaitAudit("started", "\"remedy\"", "d1"));
    }

    @Test
    void shouldDropWhatIsQueuedForAJobThatIsDeleted() throws Throwable {
        sessions.then(rule -> {
            WorkflowJob job = remedy(rule, "echo 'ran'");
            queueInQuietMode(rule);

            job.delete();
            rule.jenkins.doCancelQuietDown();

            Remedies.awaitAudit("dropped", "\"remedy\"", "d1");
        });
    }

    @Test
    void shouldNotGiveTheIncidentToABuildThatIsRestartedFromAStage() throws Throwable {
        sessions.then(rule -> {
            WorkflowJob job = remedy(rule, """
                    pipeline {
                        agent none
                        triggers { onIncident() }
                        stages {
                            stage('look') { steps { echo 'looked' } }
                            stage('act') { steps { script { echo "acts on ${incident()?.id}" } } }
                        }
                    }
                    """);
            Remedies.deliver("d1", "payments is slow");
            WorkflowRun first = Remedies.build(rule, job, 1);
            rule.assertLogContains("acts on " + INCIDENT, first);

            first.getAction(RestartDeclarativePipelineAction.class).run("act");

            rule.assertLogContains("acts on null", Remedies.build(rule, job, 2));
        });
    }

    @Test
    void shouldServeParallelBranchesWithoutAnyAgent() throws Throwable {
        sessions.then(rule -> {
            rule.jenkins.setNumExecutors(0);
            WorkflowJob job = remedy(rule, """
                    parallel(
                        one: { echo "one ${incident().id}"; resolveIncident(outcome: 'mitigated', note: 'same words') },
                        two: { echo "two ${incident().id}"; resolveIncident(outcome: 'mitigated', note: 'same words') })
                    """);
            Remedies.deliver("d1", "payments is slow");
            WorkflowRun build = Remedies.build(rule, job, 1);

            rule.assertLogContains("one " + INCIDENT, build);
            rule.assertLogContains("two " + INCIDENT, build);
        });
    }

    @Test
    void shouldReadSettingsOfAnOlderAndOfANewerRelease() throws Throwable {
        sessions.then(rule -> {
            WeirConfiguration.get().setAllowedJobs("remedy");
            Path file = rule.jenkins.getRootDir().toPath().resolve(WeirConfiguration.class.getName() + ".xml");
            String saved = Files.readString(file);
            String name = WeirConfiguration.class.getName();
            Files.writeString(
                    file,
                    saved.replaceFirst("(?s)<webhookKeys.*?/(webhookKeys)?>", "")
                            .replace("</" + name + ">", "<ofTheFuture>x</ofTheFuture></" + name + ">"));
        });
        sessions.then(rule -> {
            assertThat(WeirConfiguration.get().getAllowedJobs()).isEqualTo("remedy");
            assertThat(WeirConfiguration.get().getWebhookKeys()).isEmpty();
        });
    }

    @Test
    void shouldReadTriggersOfAnOlderAndOfANewerRelease() throws Throwable {
        sessions.then(rule -> {
            WeirConfiguration.get().setAllowedJobs("*");
            String xml = """
                    <flow-definition>
                      <properties>
                        <org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty>
                          <triggers>
                            <io.weir.jenkins.trigger.IncidentTrigger>
                              <spec></spec>
                              <minSeverity>high</minSeverity>
                              <ofTheFuture>x</ofTheFuture>
                            </io.weir.jenkins.trigger.IncidentTrigger>
                          </triggers>
                        </org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty>
                      </properties>
                      <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition">
                        <script>echo &quot;given ${incident()?.id}&quot;</script>
                        <sandbox>true</sandbox>
                      </definition>
                    </flow-definition>
                    """;
            WorkflowJob job = (WorkflowJob) rule.jenkins.createProjectFromXML(
                    "remedy", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

            IncidentTrigger trigger = Objects.requireNonNull(IncidentTrigger.of(job));
            assertThat(trigger.getMinSeverity()).isEqualTo("high");
            assertThat(List.of(trigger.getTypes(), trigger.getServices(), trigger.getLabels(), trigger.getCooldown()))
                    .isEqualTo(List.of("opened", "", "", ""));
            Remedies.deliver("d1", "payments is slow");
            rule.assertLogContains("given " + INCIDENT, Remedies.build(rule, job, 1));
        });
    }

    /** Going back to an older release must not lose what a newer one has accepted. */
    @Test
    void shouldKeepADeliveryOfANewerRelease() throws Throwable {
        sessions.then(rule -> {
            Path open = rule.jenkins.getRootDir().toPath().resolve("weir/deliveries/open");
            Files.createDirectories(open);
            Files.writeString(open.resolve("0123.json"), "{\"version\": 99, \"of\": \"the future\"}");
        });
        sessions.then(rule -> {
            WorkflowJob job = remedy(rule, "echo \"given ${incident()?.id}\"");
            Remedies.deliver("d1", "payments is slow");
            rule.assertLogContains("given " + INCIDENT, Remedies.build(rule, job, 1));

            try (Stream<Path> files =
                    Files.walk(rule.jenkins.getRootDir().toPath().resolve("weir/deliveries"))) {
                assertThat(files.map(file -> file.getFileName().toString())).contains("0123.json");
            }
        });
    }

    private static WorkflowJob remedy(JenkinsRule rule, String script) throws Exception {
        WeirConfiguration.get().setAllowedJobs("*");
        WorkflowJob job = Remedies.job(rule.jenkins, "remedy", Remedies.trigger());
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    /** Has a build queued that can't start before the quiet mode ends. */
    private static void queueInQuietMode(JenkinsRule rule) throws Exception {
        rule.jenkins.doQuietDown();
        Remedies.deliver("d1", "payments is slow");
        Remedies.awaitAudit("queued", "d1");
    }

    private static WorkflowRun started(WorkflowJob job, int number) throws InterruptedException {
        for (int i = 0; i < 300 && job.getBuildByNumber(number) == null; i++) {
            Thread.sleep(100);
        }
        return Objects.requireNonNull(job.getBuildByNumber(number), "no build has started");
    }
}
