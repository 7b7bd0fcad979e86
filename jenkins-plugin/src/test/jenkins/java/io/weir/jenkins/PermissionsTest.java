package io.weir.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.Cause;
import hudson.model.Item;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import io.weir.jenkins.access.WeirPermissions;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.trigger.IncidentTrigger;
import java.net.URL;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who sees incidents, and who may do something about them. */
@WithJenkins
class PermissionsTest {
    private JenkinsRule rule;
    private Folder folder;

    @BeforeEach
    void secure(JenkinsRule jenkins) throws Exception {
        rule = jenkins;
        WeirConfiguration.get().setAllowedJobs("*");
        folder = rule.createProject(Folder.class, "team");
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader", "viewer", "approver", "overrider", "configurer")
                .grant(WeirPermissions.VIEW)
                .onFolders(folder)
                .to("viewer", "approver", "overrider", "configurer")
                .grant(WeirPermissions.APPROVE)
                .onFolders(folder)
                .to("approver")
                .grant(WeirPermissions.OVERRIDE)
                .onFolders(folder)
                .to("overrider")
                .grant(Item.CONFIGURE)
                .onFolders(folder)
                .to("configurer"));
    }

    @Test
    void shouldBeListedForJobsAndFolders() {
        assertThat(PermissionGroup.getAll()).contains(WeirPermissions.GROUP);
        assertThat(WeirPermissions.GROUP.getPermissions())
                .extracting(permission -> permission.name)
                .containsExactlyInAnyOrder("View", "Approve", "Override");
        for (Permission permission : WeirPermissions.GROUP.getPermissions()) {
            assertThat(permission.isContainedBy(PermissionScope.ITEM)).isTrue();
            assertThat(permission.isContainedBy(PermissionScope.ITEM_GROUP)).isTrue();
            assertThat(Permission.fromId(permission.getId())).isSameAs(permission);
        }
    }

    @Test
    void shouldShowIncidentOfBuildToViewersOnly() throws Exception {
        WorkflowRun build = started();

        assertThat(status("viewer", build.getUrl() + "incident/")).isEqualTo(200);
        assertThat(status("viewer", build.getUrl() + "incident/api/json")).isEqualTo(200);
        assertThat(status("reader", build.getUrl() + "incident/")).isEqualTo(403);
        assertThat(status("reader", build.getUrl() + "incident/api/json")).isEqualTo(403);
        assertThat(text("viewer", build.getUrl())).contains("incident\"");
        assertThat(text("reader", build.getUrl())).doesNotContain(build.getNumber() + "/incident\"");
    }

    @Test
    void shouldShowDeliveriesOfJobToViewersOnly() throws Exception {
        WorkflowJob job = started().getParent();

        assertThat(text("viewer", job.getUrl() + "incidents/")).contains("payments is slow", "started");
        assertThat(status("reader", job.getUrl() + "incidents/")).isEqualTo(403);
        assertThat(status("reader", job.getUrl() + "incidents/api/json")).isEqualTo(403);
    }

    @Test
    void shouldNotShowThemThroughTheRemoteApiOfBuildOrJob() throws Exception {
        WorkflowRun build = started();

        for (String path : new String[] {build.getUrl(), build.getParent().getUrl()}) {
            assertThat(text("viewer", path + "api/json?depth=4")).contains("payments is slow");
            assertThat(text("reader", path + "api/json?tree=actions[*[*[*]]]"))
                    .doesNotContain("\"service\":\"payments\"")
                    .doesNotContain("\"detector\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "overrider", "configurer"})
    void shouldLetNobodyElseApprove(String user) throws Exception {
        WorkflowJob job = awaiting();

        assertThat(post(user, job, "approve")).isEqualTo(403);
        assertThat(post(user, job, "reject")).isEqualTo(403);
        assertThat(text(user, job.getUrl() + "incidents/")).doesNotContain("approve-d1", "reject-d1");
        Remedies.awaitOpen(job, "awaiting");
    }

    @Test
    void shouldNotTakeDecisionsByGet() throws Exception {
        WorkflowJob job = awaiting();

        assertThat(status("approver", job.getUrl() + "incidents/approve?delivery=d1"))
                .isBetween(404, 405);
        Remedies.awaitOpen(job, "awaiting");
    }

    @Test
    void shouldNotTakeDecisionsWithoutCrumb() throws Exception {
        rule.jenkins.setCrumbIssuer(new hudson.security.csrf.DefaultCrumbIssuer(false));
        WorkflowJob job = awaiting();
        JenkinsRule.WebClient client = client("approver");

        WebRequest bare = new WebRequest(
                new URL(rule.getURL(), job.getUrl() + "incidents/approve?delivery=d1"), HttpMethod.POST);

        assertThat(client.getPage(bare).getWebResponse().getStatusCode()).isEqualTo(403);
        Remedies.awaitOpen(job, "awaiting");
    }

    @Test
    void shouldApproveByTheButtonOfThePage() throws Exception {
        rule.jenkins.setCrumbIssuer(new hudson.security.csrf.DefaultCrumbIssuer(false));
        WorkflowJob job = awaiting();
        HtmlPage page = client("approver").goTo(job.getUrl() + "incidents/");

        press(page.getFormByName("approve-d1"));

        WorkflowRun build = Remedies.build(rule, job, 1);
        assertThat(build.getCauses()).extracting(Cause::getShortDescription).contains("Approved by approver");
        Remedies.awaitAudit("delivery.approved", "\"user\":\"approver\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overrider", "configurer"})
    void shouldStartHeldOneByTheButtonOfThePage(String user) throws Exception {
        WorkflowJob job = coolingDown();
        HtmlPage page = client(user).goTo(job.getUrl() + "incidents/");

        press(page.getFormByName("start-d2"));

        WorkflowRun build = Remedies.build(rule, job, 2);
        assertThat(build.getCauses())
                .extracting(Cause::getShortDescription)
                .contains("Started by " + user + " although it was held");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "approver"})
    void shouldLetNobodyElseOverride(String user) throws Exception {
        WorkflowJob job = coolingDown();

        assertThat(post(user, job, "start")).isEqualTo(403);
        assertThat(post(user, job, "drop")).isEqualTo(403);
        Remedies.awaitOpen(job, "held");
    }

    @Test
    void shouldEscapeWhatComesFromOutside() throws Exception {
        WorkflowJob job = Remedies.job(folder, "remedy", Remedies.withApproval());
        Remedies.deliver("d1", "<script>alert('x')</script><b>title</b>");
        Remedies.awaitOpen(job, "awaiting");

        assertThat(text("approver", job.getUrl() + "incidents/"))
                .contains("&lt;b>title")
                .doesNotContain("<script>alert", "<b>title");
    }

    private WorkflowRun started() throws Exception {
        WorkflowJob job = Remedies.job(folder, "remedy", Remedies.trigger());
        Remedies.deliver("d1", "payments is slow");
        WorkflowRun build = Remedies.build(rule, job, 1);
        Remedies.awaitOpen(job);
        return build;
    }

    private WorkflowJob awaiting() throws Exception {
        WorkflowJob job = Remedies.job(folder, "remedy", Remedies.withApproval());
        Remedies.deliver("d1", "payments is slow");
        Remedies.awaitOpen(job, "awaiting");
        return job;
    }

    private WorkflowJob coolingDown() throws Exception {
        IncidentTrigger trigger = Remedies.trigger();
        trigger.setCooldown("1h");
        WorkflowJob job = Remedies.job(folder, "remedy", trigger);
        Remedies.deliver("d1", "payments is slow");
        Remedies.build(rule, job, 1);
        Remedies.deliver("d2", "payments is slow");
        Remedies.awaitOpen(job, "held");
        return job;
    }

    private static void press(HtmlForm form) throws Exception {
        ((HtmlButton) form.getElementsByTagName("button").getFirst()).click();
    }

    private int post(String user, WorkflowJob job, String what) throws Exception {
        JenkinsRule.WebClient client = client(user);
        WebRequest request = new WebRequest(
                client.createCrumbedUrl(job.getUrl() + "incidents/" + what + "?delivery=d1"), HttpMethod.POST);
        return client.getPage(request).getWebResponse().getStatusCode();
    }

    private int status(String user, String path) throws Exception {
        return client(user).goTo(path, null).getWebResponse().getStatusCode();
    }

    private String text(String user, String path) throws Exception {
        return client(user).goTo(path, null).getWebResponse().getContentAsString();
    }

    private JenkinsRule.WebClient client(String user) throws Exception {
        return rule.createWebClient().withThrowExceptionOnFailingStatusCode(false).withBasicCredentials(user);
    }
}
