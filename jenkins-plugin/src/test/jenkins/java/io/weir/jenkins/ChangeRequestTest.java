package io.weir.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.Item;
import io.weir.jenkins.board.IncidentsAction;
import io.weir.jenkins.config.WeirConfiguration;
import java.util.Objects;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Jobs of change requests, as scm-api tells them from others. */
@WithJenkins
class ChangeRequestTest {
    private static final String REFUSAL = "it builds a change request, whose files may come from anybody";

    private JenkinsRule rule;

    @BeforeEach
    void allowAll(JenkinsRule jenkins) {
        rule = jenkins;
        WeirConfiguration.get().setAllowedJobs("*");
    }

    @Test
    void shouldNeverStartJobOfChangeRequest() throws Exception {
        WorkflowJob request = Remedies.job(rule.jenkins, "PR-1", Remedies.trigger());
        WorkflowJob branch = Remedies.job(rule.jenkins, "main", Remedies.trigger());

        Remedies.deliver("d1", "payments is slow");

        Remedies.build(rule, branch, 1);
        Remedies.awaitAudit("job.not_allowed", "\"job\":\"PR-1\"", REFUSAL);
        assertThat(request.getLastBuild()).isNull();
    }

    @Test
    void shouldNeverStartJobInsideOneThatStandsForChangeRequest() throws Exception {
        Folder request = rule.createProject(Folder.class, "PR-2");
        WorkflowJob job = Remedies.job(request, "build", Remedies.trigger());

        Remedies.deliver("d1", "payments is slow");

        Remedies.awaitAudit("job.not_allowed", "\"job\":\"PR-2/build\"", REFUSAL);
        assertThat(job.getLastBuild()).isNull();
    }

    @Test
    void shouldSayWhyOnPageAndInTheLog() throws Exception {
        WorkflowJob request = Remedies.job(rule.jenkins, "PR-1", Remedies.trigger());

        WorkflowRun build = rule.waitForCompletion(
                Objects.requireNonNull(request.scheduleBuild2(0)).waitForStart());

        rule.assertLogContains("[weir] incidents do not start this job: " + REFUSAL, build);
        assertThat(request.getAction(IncidentsAction.class).getRefusal()).isEqualTo(REFUSAL);
        assertThat(rule.createWebClient().getPage(request, "configure").getWebResponse().getContentAsString())
                .contains(REFUSAL);
    }

    @Test
    void shouldSendNothingOfItsData() throws Exception {
        WeirConfiguration.get().setLineageUrl("http://127.0.0.1:9/api/v1/lineage");
        WorkflowJob request = rule.createProject(WorkflowJob.class, "PR-3");
        request.setDefinition(new CpsFlowDefinition(
                "node { writeFile file: 'x.csv', text: 'x\\n1\\n'; validateData(data: 'x.csv') }", true));

        WorkflowRun build = rule.buildAndAssertSuccess(request);

        rule.assertLogContains("[weir] nothing is sent to the lineage server: this job builds a change request", build);
        rule.assertLogNotContains("will be tried again", build);
    }

    /** By their names. */
    @TestExtension
    public static final class ByName extends SCMHead.HeadByItem {
        @Override
        public SCMHead getHead(Item item) {
            return item.getName().startsWith("PR-") ? new Request(item.getName()) : new SCMHead(item.getName());
        }
    }

    /** A pull request. */
    private static final class Request extends SCMHead implements ChangeRequestSCMHead {
        private static final long serialVersionUID = 1L;

        Request(String name) {
            super(name);
        }

        @Override
        public String getId() {
            return getName().substring(3);
        }

        @Override
        public SCMHead getTarget() {
            return new SCMHead("main");
        }
    }
}
