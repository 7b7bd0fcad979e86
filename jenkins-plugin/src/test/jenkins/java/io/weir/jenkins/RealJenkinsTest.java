package io.weir.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Item;
import hudson.model.Result;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import hudson.util.ListBoxModel;
import hudson.util.Secret;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.weir.incident.Incident;
import io.weir.incident.IncidentEvent;
import io.weir.jenkins.config.WebhookKey;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.delivery.Delivery;
import io.weir.jenkins.delivery.DeliveryStore;
import io.weir.jenkins.trigger.Dispatcher;
import io.weir.jenkins.trigger.IncidentTrigger;
import java.io.ByteArrayOutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.replay.ReplayAction;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What only a real Jenkins can show: permissions, crumbs, forms, configuration as code, pages. */
@WithJenkins
class RealJenkinsTest {
    private static final String SECRET = "whsec_" + "a2V5IG9mIHRoZSByZWFsIGplbmtpbnMgdGVzdHMgMQ==";

    @Test
    void shouldLetExactlyTheWebhookThroughWithoutCrumb(JenkinsRule rule) throws Exception {
        rule.jenkins.setCrumbIssuer(new hudson.security.csrf.DefaultCrumbIssuer(false));

        assertThat(post(rule, "weir/deliver")).isEqualTo("403 {\"error\":\"forbidden\"}");
        for (String other : List.of("weir/deliver/", "weir/deliver/x", "weir/", "weir/x", "weir/deliver;x=1")) {
            assertThat(post(rule, other)).as(other).doesNotContain("forbidden\"}").doesNotStartWith("20");
        }
    }

    @Test
    void shouldServeWebhookWhereAnonymousMayNothing(JenkinsRule rule) throws Exception {
        secure(rule);

        assertThat(post(rule, "weir/deliver")).isEqualTo("403 {\"error\":\"forbidden\"}");
    }

    @Test
    void shouldTestConnectionForAdministratorsOnly(JenkinsRule rule) throws Exception {
        secure(rule);
        WeirConfiguration settings = WeirConfiguration.get();

        try (ACLContext ignored = ACL.as2(hudson.model.User.getById("reader", true).impersonate2())) {
            assertThrows(
                    AccessDeniedException3.class, () -> settings.doTestConnection("http://127.0.0.1:9", "secret-id"));
            assertThrows(AccessDeniedException3.class, () -> settings.doCheckElasticsearchUrl("http://127.0.0.1:9"));
            assertThrows(AccessDeniedException3.class, () -> settings.doCheckLineageUrl("http://127.0.0.1:9"));
        }
    }

    @Test
    void shouldNotTestConnectionOnGet(JenkinsRule rule) throws Exception {
        JenkinsRule.WebClient client = rule.createWebClient().withThrowExceptionOnFailingStatusCode(false);

        int status = client.goTo("descriptorByName/" + WeirConfiguration.class.getName()
                        + "/testConnection?elasticsearchUrl=http://127.0.0.1:9&credentialsId=x", null)
                .getWebResponse()
                .getStatusCode();

        assertThat(status).isBetween(400, 499);
    }

    @Test
    void shouldListCredentialsToAdministratorsOnly(JenkinsRule rule) throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "secret-id", "", Secret.fromString("x")));
        secure(rule);

        try (ACLContext ignored = ACL.as2(hudson.model.User.getById("admin", true).impersonate2())) {
            assertThat(ids(WeirConfiguration.get().doFillCredentialsIdItems("", ""))).contains("secret-id");
            assertThat(ids(WeirConfiguration.get().doFillLineageCredentialsIdItems("", "")))
                    .contains("secret-id");
        }
        try (ACLContext ignored = ACL.as2(hudson.model.User.getById("reader", true).impersonate2())) {
            assertThat(ids(WeirConfiguration.get().doFillCredentialsIdItems("", ""))).doesNotContain("secret-id");
            assertThat(ids(WeirConfiguration.get().doFillLineageCredentialsIdItems("", "")))
                    .doesNotContain("secret-id");
        }
    }

    @Test
    void shouldKeepSettingsOverTheForm(JenkinsRule rule) throws Exception {
        WeirConfiguration settings = configured();
        settings.setLineageUrl("https://marquez.example.org/api/v1/lineage");
        settings.setLineageNamespace("ci-of-ml");

        rule.configRoundtrip();

        assertThat(settings.getLineageUrl()).isEqualTo("https://marquez.example.org/api/v1/lineage");
        assertThat(settings.getLineageNamespace()).isEqualTo("ci-of-ml");

        assertThat(settings.getElasticsearchUrl()).isEqualTo("https://elasticsearch.example.org:9200");
        assertThat(settings.getAllowedJobs()).isEqualTo("remedy-*");
        assertThat(settings.getWebhookKeys()).hasSize(1);
        assertThat(settings.getWebhookKeys().getFirst().getSecret().getPlainText()).isEqualTo(SECRET);
    }

    @Test
    void shouldKeepSecretsEncryptedOnDisk(JenkinsRule rule) throws Exception {
        configured();

        String file = Files.readString(
                rule.jenkins.getRootDir().toPath().resolve(WeirConfiguration.class.getName() + ".xml"));

        assertThat(file).contains("2026-11").doesNotContain(SECRET).doesNotContain(SECRET.substring(6));
    }

    @Test
    void shouldConfigureAsCodeAndExport(JenkinsRule rule) throws Exception {
        Path file = Files.createTempFile("weir", ".yaml");
        Files.writeString(file, """
                unclassified:
                  weir:
                    elasticsearchUrl: "https://elasticsearch.example.org:9200"
                    credentialsId: "weir"
                    allowedJobs: "remedy-*"
                    lineageUrl: "https://marquez.example.org/api/v1/lineage"
                    lineageCredentialsId: "marquez"
                    webhookKeys:
                      - id: "2026-11"
                        secret: "%s"
                """.formatted(SECRET));

        ConfigurationAsCode.get().configure(file.toString());

        assertThat(WeirConfiguration.get().getCredentialsId()).isEqualTo("weir");
        assertThat(WeirConfiguration.get().signingKeys()).hasSize(1);
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(export);
        assertThat(export.toString(StandardCharsets.UTF_8))
                .contains("elasticsearchUrl: \"https://elasticsearch.example.org:9200\"", "allowedJobs: \"remedy-*\"")
                .contains("lineageUrl: \"https://marquez.example.org/api/v1/lineage\"", "lineageCredentialsId: \"marquez\"")
                .doesNotContain(SECRET);
    }

    @Test
    void shouldKeepTriggerOverTheForm(JenkinsRule rule) throws Exception {
        WorkflowJob job = rule.createProject(WorkflowJob.class, "remedy");
        IncidentTrigger trigger = new IncidentTrigger();
        trigger.setMinSeverity("high");
        trigger.setServices("pay*");
        trigger.setLabels("team=checkout");
        trigger.setCooldown("5m");
        trigger.setMaxRunning(2);
        trigger.setStorm("20/1m");
        trigger.setApproval("required");
        job.addProperty(new PipelineTriggersJobProperty(List.of(trigger)));

        rule.configRoundtrip((Item) job);

        IncidentTrigger kept = (IncidentTrigger) job.getTriggersJobProperty().getTriggers().getFirst();
        rule.assertEqualDataBoundBeans(trigger, kept);
        assertThat(DescribableModel.of(IncidentTrigger.class).uninstantiate2(kept).toString())
                .contains("onIncident", "cooldown=5m", "storm=20/1m", "maxRunning=2", "approval=required");
    }

    @Test
    void shouldShowIncidentOnItsPageWithEveryTextEscaped(JenkinsRule rule) throws Exception {
        WorkflowRun build = started(rule, "<script>alert('x')</script><b>title</b>", "echo 'ran'");

        HtmlPage page = rule.createWebClient().getPage(build, "incident/");

        assertThat(page.getWebResponse().getContentAsString())
                .doesNotContain("<script>alert", "<b>title")
                .contains("&lt;b>title", "<svg", "<polyline", "<circle");
        assertThat(rule.createWebClient().getPage(build).getWebResponse().getContentAsString())
                .doesNotContain("<script>alert", "<b>title");
    }

    @Test
    void shouldExportIncidentOverTheRemoteApi(JenkinsRule rule) throws Exception {
        WorkflowRun build = started(rule, "payments is slow", "echo 'ran'");

        String json = rule.createWebClient()
                .goTo(build.getUrl() + "incident/api/json?depth=2", "application/json")
                .getWebResponse()
                .getContentAsString();

        assertThat(json).contains("\"id\":\"6f1d2c0b9a8e7d6c-1\"", "\"service\":\"payments\"", "\"severity\":\"high\"");
    }

    @Test
    void shouldNotGiveReplayedBuildTheIncident(JenkinsRule rule) throws Exception {
        WorkflowRun build = started(rule, "payments is slow", "echo \"given ${incident()?.id}\"");
        rule.assertLogContains("given 6f1d2c0b9a8e7d6c-1", build);

        ReplayAction replay = build.getAction(ReplayAction.class);
        WorkflowRun again = (WorkflowRun) replay.run(replay.getOriginalScript(), replay.getOriginalLoadedScripts())
                .get();

        rule.assertLogContains("given null", again);
    }

    @Test
    void shouldKeepIncidentOfBuildThatIsLoadedFromDisk(JenkinsRule rule) throws Exception {
        WorkflowRun build = started(rule, "payments is slow", "echo 'ran'");

        rule.jenkins.reload();

        WorkflowJob job = rule.jenkins.getItemByFullName("remedy", WorkflowJob.class);
        WorkflowRun loaded = job.getBuildByNumber(build.getNumber());
        assertThat(loaded.getAction(io.weir.jenkins.incident.IncidentAction.class).incidents())
                .extracting(Incident::id)
                .containsExactly("6f1d2c0b9a8e7d6c-1");
    }

    private static WorkflowRun started(JenkinsRule rule, String title, String script) throws Exception {
        WeirConfiguration.get().setAllowedJobs("*");
        WorkflowJob job = rule.createProject(WorkflowJob.class, "remedy");
        job.setDefinition(new CpsFlowDefinition(script, true));
        job.addProperty(new PipelineTriggersJobProperty(List.of(new IncidentTrigger())));
        Incident incident = Incidents.incident("6f1d2c0b9a8e7d6c-1", "payments", title);
        Delivery delivery = Delivery.accepted(
                new IncidentEvent("d1", IncidentEvent.Type.OPENED, Instant.now(), incident), Instant.now());
        DeliveryStore.get().accept(delivery);
        Dispatcher.get().submit(delivery);
        for (int i = 0; i < 300 && job.getBuildByNumber(1) == null; i++) {
            Thread.sleep(100);
        }
        return rule.assertBuildStatus(Result.SUCCESS, rule.waitForCompletion(job.getBuildByNumber(1)));
    }

    private static WeirConfiguration configured() {
        WeirConfiguration settings = WeirConfiguration.get();
        settings.setElasticsearchUrl("https://elasticsearch.example.org:9200/");
        settings.setWebhookKeys(List.of(new WebhookKey("2026-11", Secret.fromString(SECRET))));
        settings.setAllowedJobs("remedy-*");
        return settings;
    }

    private static void secure(JenkinsRule rule) {
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ)
                .everywhere()
                .to("reader"));
    }

    private static List<String> ids(ListBoxModel items) {
        return items.stream().map(option -> option.value).toList();
    }

    private static String post(JenkinsRule rule, String path) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL(rule.getURL(), path).openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/cloudevents+json");
        connection.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
        int status = connection.getResponseCode();
        var body = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        return status + " " + (body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }
}
