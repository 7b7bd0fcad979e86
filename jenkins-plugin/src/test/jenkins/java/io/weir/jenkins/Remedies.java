package io.weir.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.weir.incident.IncidentEvent;
import io.weir.jenkins.board.DeliveryRow;
import io.weir.jenkins.board.IncidentsAction;
import io.weir.jenkins.delivery.Delivery;
import io.weir.jenkins.delivery.DeliveryStore;
import io.weir.jenkins.trigger.Dispatcher;
import io.weir.jenkins.trigger.IncidentTrigger;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.model.ModifiableTopLevelItemGroup;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty;
import org.jvnet.hudson.test.JenkinsRule;

/** Jobs with the trigger, and incidents for them, on a real Jenkins. */
final class Remedies {
    private Remedies() {}

    /** A job at the root or in a folder that every incident starts. */
    static WorkflowJob job(ModifiableTopLevelItemGroup parent, String name, IncidentTrigger trigger) throws Exception {
        WorkflowJob job = (WorkflowJob)
                parent.createProject(Jenkins.get().getDescriptorByType(WorkflowJob.DescriptorImpl.class), name, true);
        job.setDefinition(new CpsFlowDefinition("echo \"given ${incident()?.id}\"", true));
        job.addProperty(new PipelineTriggersJobProperty(List.of(trigger)));
        return job;
    }

    static IncidentTrigger trigger() {
        return new IncidentTrigger();
    }

    static IncidentTrigger withApproval() {
        IncidentTrigger trigger = new IncidentTrigger();
        trigger.setApproval("required");
        return trigger;
    }

    /** Takes in the opening of an incident. */
    static void deliver(String id, String title) throws Exception {
        Delivery delivery = Delivery.accepted(
                new IncidentEvent(
                        id,
                        IncidentEvent.Type.OPENED,
                        Instant.now(),
                        Incidents.incident("6f1d2c0b9a8e7d6c-1", "payments", title)),
                Instant.now());
        DeliveryStore.get().accept(delivery);
        Dispatcher.get().submit(delivery);
    }

    /** Waits until nothing is left to plan, that is, until every delivery has come to rest at that many open rows. */
    static void awaitOpen(WorkflowJob job, String... states) throws InterruptedException {
        List<String> now = List.of();
        for (int i = 0; i < 300; i++) {
            now = job.getAction(IncidentsAction.class).getOpen().stream()
                    .map(DeliveryRow::getState)
                    .toList();
            if (now.equals(List.of(states))) {
                return;
            }
            Thread.sleep(100);
        }
        assertThat(now).containsExactly(states);
    }

    /** Waits for a build that an incident starts. */
    static WorkflowRun build(JenkinsRule rule, WorkflowJob job, int number) throws Exception {
        for (int i = 0; i < 300 && job.getBuildByNumber(number) == null; i++) {
            Thread.sleep(100);
        }
        assertThat(job.getBuildByNumber(number)).as(job.getFullName() + " #" + number).isNotNull();
        return rule.assertBuildStatus(Result.SUCCESS, rule.waitForCompletion(job.getBuildByNumber(number)));
    }

    /** Waits for a line of the audit that has all these texts. */
    static void awaitAudit(String... texts) throws Exception {
        List<String> lines = List.of();
        for (int i = 0; i < 300; i++) {
            var file = Jenkins.get().getRootDir().toPath().resolve("weir/audit/audit.jsonl");
            lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.stream().anyMatch(line -> List.of(texts).stream().allMatch(line::contains))) {
                return;
            }
            Thread.sleep(100);
        }
        assertThat(lines).anySatisfy(line -> assertThat(line).contains(texts));
    }
}
