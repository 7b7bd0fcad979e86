package io.weir.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.scm.SCM;
import io.weir.jenkins.board.IncidentsAction;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.folder.WeirFolderProperty;
import java.io.IOException;
import jenkins.branch.BranchSource;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadEvent;
import jenkins.scm.api.SCMHeadObserver;
import jenkins.scm.api.SCMProbe;
import jenkins.scm.api.SCMProbeStat;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.SCMSource;
import jenkins.scm.api.SCMSourceCriteria;
import jenkins.scm.api.SCMSourceDescriptor;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.SingleFileSCM;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A multibranch project with a branch and a pull request, whose Jenkinsfiles both ask for incidents. */
@WithJenkins
class MultibranchTest {
    private static final String JENKINSFILE = """
            properties([pipelineTriggers([onIncident()])])
            echo "given ${incident()?.id}"
            """;

    private JenkinsRule rule;
    private WorkflowMultiBranchProject project;
    private WorkflowJob branch;
    private WorkflowJob request;

    @BeforeEach
    void index(JenkinsRule jenkins) throws Exception {
        rule = jenkins;
        WeirConfiguration.get().setAllowedJobs("*");
        project = rule.createProject(WorkflowMultiBranchProject.class, "shop");
        project.getSourcesList().add(new BranchSource(new TwoHeads()));
        project.scheduleBuild2(0).getFuture().get();
        rule.waitUntilNoActivity();
        branch = project.getItem("main");
        request = project.getItem("PR-1");
        rule.assertBuildStatusSuccess(branch.getBuildByNumber(1));
        rule.assertBuildStatusSuccess(request.getBuildByNumber(1));
    }

    @Test
    void shouldStartBranchAndNeverPullRequest() throws Exception {
        Remedies.deliver("d1", "payments is slow");

        rule.assertLogContains("given 6f1d2c0b9a8e7d6c-1", Remedies.build(rule, branch, 2));
        Remedies.awaitAudit("job.not_allowed", "\"job\":\"shop/PR-1\"", "change request");
        assertThat(request.getLastBuild().getNumber()).isEqualTo(1);
    }

    @Test
    void shouldTellInTheLogOfThePullRequestOnly() throws Exception {
        String note = "[weir] incidents do not start this job: it builds a change request";

        rule.assertLogContains(note, request.getBuildByNumber(1));
        rule.assertLogNotContains(note, branch.getBuildByNumber(1));
        assertThat(request.getAction(IncidentsAction.class).getRefusal()).contains("change request");
    }

    @Test
    void shouldTakePolicyFromTheProject() throws Exception {
        WeirFolderProperty property = new WeirFolderProperty();
        property.setAllowedJobs("release-*");
        project.addProperty(property);

        Remedies.deliver("d1", "payments is slow");

        Remedies.awaitAudit("\"job\":\"shop/main\"", "not among the allowed jobs of the folder 'shop'");
        assertThat(branch.getLastBuild().getNumber()).isEqualTo(1);
    }

    /** Has {@code main} and {@code PR-1}, each with the Jenkinsfile. */
    public static final class TwoHeads extends SCMSource {
        @Override
        protected void retrieve(
                SCMSourceCriteria criteria, SCMHeadObserver observer, SCMHeadEvent<?> event, TaskListener listener)
                throws IOException, InterruptedException {
            observer.observe(new SCMHead("main"), new Revision(new SCMHead("main")));
            observer.observe(new Request(), new Revision(new Request()));
        }

        @Override
        protected SCMProbe createProbe(SCMHead head, SCMRevision revision) {
            return new Probe(head.getName());
        }

        @Override
        public SCM build(SCMHead head, SCMRevision revision) {
            return new SingleFileSCM("Jenkinsfile", JENKINSFILE);
        }

        /** Its name. */
        @TestExtension
        public static final class DescriptorImpl extends SCMSourceDescriptor {
            @Override
            public String getDisplayName() {
                return "Two heads";
            }
        }
    }

    /** Finds whatever it is asked for. */
    private static final class Probe extends SCMProbe {
        private static final long serialVersionUID = 1L;

        private final String name;

        Probe(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long lastModified() {
            return 0;
        }

        @Override
        public SCMProbeStat stat(String path) {
            return SCMProbeStat.fromType(jenkins.scm.api.SCMFile.Type.REGULAR_FILE);
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    /** Always the same. */
    private static final class Revision extends SCMRevision {
        private static final long serialVersionUID = 1L;

        Revision(SCMHead head) {
            super(head);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Revision revision && revision.getHead().equals(getHead());
        }

        @Override
        public int hashCode() {
            return getHead().hashCode();
        }
    }

    /** A pull request. */
    private static final class Request extends SCMHead implements ChangeRequestSCMHead {
        private static final long serialVersionUID = 1L;

        Request() {
            super("PR-1");
        }

        @Override
        public String getId() {
            return "1";
        }

        @Override
        public SCMHead getTarget() {
            return new SCMHead("main");
        }
    }
}
