package io.weir.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.sun.net.httpserver.HttpServer;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import hudson.util.FormValidation;
import hudson.util.Secret;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.folder.WeirFolderProperty;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What folders settle: server and credentials, always together, and a policy that only narrows. */
@WithJenkins
class FolderTest {
    private final List<String> global = new CopyOnWriteArrayList<>();
    private final List<String> own = new CopyOnWriteArrayList<>();
    private HttpServer globalServer;
    private HttpServer ownServer;
    private JenkinsRule rule;
    private Folder outer;
    private Folder inner;

    @BeforeEach
    void open(JenkinsRule jenkins) throws Exception {
        rule = jenkins;
        globalServer = server(global);
        ownServer = server(own);
        WeirConfiguration.get().setAllowedJobs("*");
        WeirConfiguration.get().setElasticsearchUrl(url(globalServer));
        outer = rule.createProject(Folder.class, "outer");
        inner = outer.createProject(Folder.class, "inner");
        SystemCredentialsProvider.getInstance().getCredentials().add(key("global-id", "global-key"));
        keep(outer, key("outer-id", "outer-key"));
        keep(inner, key("inner-id", "inner-key"));
    }

    @AfterEach
    void close() {
        globalServer.stop(0);
        ownServer.stop(0);
    }

    @Test
    void shouldReportToTheServerOfTheFolderWithItsOwnCredentials() throws Exception {
        WeirConfiguration.get().setCredentialsId("global-id");
        settle(inner, url(ownServer), "inner-id");
        WorkflowJob job = Remedies.job(inner, "remedy", Remedies.trigger());

        Remedies.deliver("d1", "payments is slow");

        Remedies.build(rule, job, 1);
        await(own, "ApiKey inner-key /_weir/incidents/6f1d2c0b9a8e7d6c-1/_note");
        assertThat(global).isEmpty();
    }

    @Test
    void shouldReportToTheServerOfTheNearestFolderThatHasOne() throws Exception {
        settle(outer, url(ownServer), "outer-id");
        WeirFolderProperty policyOnly = new WeirFolderProperty();
        policyOnly.setAllowedJobs("remedy");
        policyOnly.setCredentialsId("inner-id");
        inner.addProperty(policyOnly);
        WorkflowJob job = Remedies.job(inner, "remedy", Remedies.trigger());

        Remedies.deliver("d1", "payments is slow");

        Remedies.build(rule, job, 1);
        await(own, "ApiKey outer-key /_weir/incidents/6f1d2c0b9a8e7d6c-1/_note");
        assertThat(global).isEmpty();
    }

    @Test
    void shouldNeverSendTheCredentialsOfOthersToTheServerOfFolder() throws Exception {
        for (String id : List.of("global-id", "outer-id", "")) {
            assertThat(test(inner, id).kind).as(id).isEqualTo(FormValidation.Kind.OK);
        }
        assertThat(own).hasSize(3).allMatch(line -> line.startsWith("null "));

        assertThat(test(inner, "inner-id").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(own.getLast()).startsWith("ApiKey inner-key ");
    }

    @Test
    void shouldOfferTheCredentialsOfTheFolderItselfToThoseWhoConfigureIt() throws Exception {
        secure();

        assertThat(offered("lead")).contains("inner-id").doesNotContain("outer-id", "global-id");
        assertThat(offered("reader")).doesNotContain("inner-id", "outer-id", "global-id");
    }

    @Test
    void shouldTestConnectionForThoseWhoConfigureTheFolderOnly() throws Exception {
        secure();

        try (ACLContext ignored = as("reader")) {
            assertThatThrownBy(() -> test(inner, "inner-id")).isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(() -> descriptor().doCheckElasticsearchUrl(inner, "http://127.0.0.1"))
                    .isInstanceOf(AccessDeniedException3.class);
        }
        try (ACLContext ignored = as("lead")) {
            assertThat(test(inner, "inner-id").kind).isEqualTo(FormValidation.Kind.OK);
            assertThatThrownBy(() -> test(outer, "outer-id")).isInstanceOf(AccessDeniedException3.class);
        }
        assertThat(own).hasSize(1);
    }

    @Test
    void shouldNotTellWhatStrangeServersAnswer() throws Exception {
        HttpServer strange = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        strange.createContext("/", exchange -> {
            byte[] body = "inside information".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        strange.start();

        FormValidation answer = descriptor().doTestConnection(inner, url(strange), "");

        strange.stop(0);
        assertThat(answer.getMessage()).contains("404").doesNotContain("inside information");
    }

    @Test
    void shouldNeedTheConsentOfEveryFolderAndOfTheGlobalList() throws Exception {
        WeirConfiguration.get().setAllowedJobs("outer/*");
        allow(outer, "inner/remedy-*");
        allow(inner, "remedy-1\nother");
        WorkflowJob allowed = Remedies.job(inner, "remedy-1", Remedies.trigger());
        WorkflowJob notByInner = Remedies.job(inner, "remedy-2", Remedies.trigger());
        WorkflowJob notByOuter = Remedies.job(inner, "other", Remedies.trigger());
        WorkflowJob notGlobally = Remedies.job(rule.jenkins, "remedy-1", Remedies.trigger());

        Remedies.deliver("d1", "payments is slow");

        Remedies.build(rule, allowed, 1);
        Remedies.awaitAudit("outer/inner/remedy-2", "not among the allowed jobs of the folder 'outer/inner'");
        Remedies.awaitAudit("outer/inner/other", "not among the allowed jobs of the folder 'outer'");
        assertThat(List.of(notByInner, notByOuter, notGlobally)).allMatch(job -> job.getLastBuild() == null);
    }

    @Test
    void shouldRequireApprovalForAllJobsBelow() throws Exception {
        WeirFolderProperty property = new WeirFolderProperty();
        property.setApproval("required");
        outer.addProperty(property);
        WorkflowJob job = Remedies.job(inner, "remedy", Remedies.trigger());

        Remedies.deliver("d1", "payments is slow");

        Remedies.awaitOpen(job, "awaiting");
        assertThat(job.getLastBuild()).isNull();
    }

    @Test
    void shouldKeepSettingsOverTheForm() throws Exception {
        WeirFolderProperty property = new WeirFolderProperty();
        property.setElasticsearchUrl("https://elasticsearch.example.org:9200");
        property.setCredentialsId("inner-id");
        property.setAllowedJobs("remedy-*");
        property.setApproval("required");
        inner.addProperty(property);

        rule.configRoundtrip((Item) inner);

        rule.assertEqualDataBoundBeans(property, inner.getProperties().get(WeirFolderProperty.class));
    }

    @Test
    void shouldLeaveFolderAloneThatSettlesNothing() throws Exception {
        rule.configRoundtrip((Item) inner);

        assertThat(inner.getProperties().get(WeirFolderProperty.class)).isNull();
    }

    @Test
    void shouldBeDescribedAsCode() throws Exception {
        WeirFolderProperty property = new WeirFolderProperty();
        property.setAllowedJobs("remedy-*");
        DescribableModel<WeirFolderProperty> model = DescribableModel.of(WeirFolderProperty.class);

        var described = model.uninstantiate2(property);

        assertThat(described.getSymbol()).isEqualTo("weir");
        assertThat(described.getArguments()).containsOnlyKeys("allowedJobs");
        rule.assertEqualDataBoundBeans(property, model.instantiate(described.getArguments(), null));
    }

    private FormValidation test(AbstractFolder<?> folder, String credentialsId) {
        return descriptor().doTestConnection(folder, url(ownServer), credentialsId);
    }

    private List<String> offered(String user) {
        try (ACLContext ignored = as(user)) {
            return descriptor().doFillCredentialsIdItems(inner, url(ownServer), "").stream()
                    .map(option -> option.value)
                    .toList();
        }
    }

    private static WeirFolderProperty.DescriptorImpl descriptor() {
        return Jenkins.get().getDescriptorByType(WeirFolderProperty.DescriptorImpl.class);
    }

    private static ACLContext as(String user) {
        return ACL.as2(User.getById(user, true).impersonate2());
    }

    private void secure() {
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("lead", "reader")
                .grant(Item.CONFIGURE)
                .onFolders(inner)
                .to("lead"));
    }

    private static void settle(Folder folder, String url, String credentialsId) throws Exception {
        WeirFolderProperty property = new WeirFolderProperty();
        property.setElasticsearchUrl(url);
        property.setCredentialsId(credentialsId);
        folder.addProperty(property);
    }

    private static void allow(Folder folder, String jobs) throws Exception {
        WeirFolderProperty property = new WeirFolderProperty();
        property.setAllowedJobs(jobs);
        folder.addProperty(property);
    }

    private static StringCredentialsImpl key(String id, String secret) {
        return new StringCredentialsImpl(CredentialsScope.GLOBAL, id, "", Secret.fromString(secret));
    }

    private static void keep(Folder folder, StringCredentialsImpl key) throws Exception {
        for (CredentialsStore store : CredentialsProvider.lookupStores(folder)) {
            if (store.getContext() == folder) {
                store.addCredentials(Domain.global(), key);
            }
        }
    }

    /** Notes Authorization and path of each request. */
    private static HttpServer server(List<String> requests) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestURI().getPath());
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void await(List<String> requests, String line) throws InterruptedException {
        for (int i = 0; i < 300 && !requests.contains(line); i++) {
            Thread.sleep(100);
        }
        assertThat(requests).contains(line);
    }
}
