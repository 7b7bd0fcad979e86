package io.weir.jenkins.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A real Jenkins: its home lives as long as one test, each session starts and stops it. Jenkinsfiles run in the sandbox. */
public final class HostUnderTest implements BeforeEachCallback, AfterEachCallback {
    private final JenkinsSessionExtension jenkins = new JenkinsSessionExtension();

    @Override
    public void beforeEach(ExtensionContext context) {
        jenkins.beforeEach(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        jenkins.afterEach(context);
    }

    /** Starts Jenkins on the test's home, lets the session happen, and stops it. */
    public void session(Session session) throws Throwable {
        jenkins.then(rule -> session.on(new Adapter(rule)));
    }

    private record Adapter(JenkinsRule rule) implements PipelineHost {
        @Override
        public URI url() {
            try {
                return rule.getURL().toURI();
            } catch (Exception e) {
                throw new IllegalStateException("Jenkins has no address", e);
            }
        }

        @Override
        public Path home() {
            return rule.jenkins.getRootDir().toPath();
        }

        @Override
        public void define(String name, String jenkinsfile) throws Exception {
            WorkflowJob job = rule.createProject(WorkflowJob.class, name);
            job.setDefinition(new CpsFlowDefinition(jenkinsfile, true));
            rule.waitForCompletion(Objects.requireNonNull(job.scheduleBuild2(0)).waitForStart());
        }

        @Override
        public void build(String job) throws Exception {
            rule.waitForCompletion(Objects.requireNonNull(job(job).scheduleBuild2(0)).waitForStart());
        }

        @Override
        public List<Build> builds(String job) throws Exception {
            List<Build> builds = new ArrayList<>();
            for (WorkflowRun run : job(job).getBuilds()) {
                builds.add(build(run));
            }
            Collections.reverse(builds);
            return builds;
        }

        @Override
        public Build await(String job, int number) throws Throwable {
            Eventually.eventually(() -> assertThat(job(job).getBuildByNumber(number))
                    .as(job + " #" + number)
                    .isNotNull());
            return build(rule.waitForCompletion(job(job).getBuildByNumber(number)));
        }

        @Override
        public void abort(String job, int number) {
            job(job).getBuildByNumber(number).doStop();
        }

        private WorkflowJob job(String name) {
            return Objects.requireNonNull(rule.jenkins.getItemByFullName(name, WorkflowJob.class), name);
        }

        private static Build build(WorkflowRun run) throws Exception {
            String result = run.isBuilding() ? "RUNNING" : String.valueOf(run.getResult());
            return new Build(run.getNumber(), result, JenkinsRule.getLog(run));
        }
    }
}
