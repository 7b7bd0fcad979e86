package io.weir.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.weir.jenkins.access.WeirPermissions;
import io.weir.jenkins.scenario.LogisticServer;
import io.weir.jenkins.testing.TestModelStep;
import io.weir.jenkins.validation.ValidateDataStep;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Gates on a real Jenkins: their work on an agent, their pages, who sees them, and the form of the step. */
@WithJenkins
class GatesTest {
    private static final String JOB = """
            node('%s') {
              writeFile file: 'schema.yaml', text: '''weir_schema: 1
            columns:
              '<script>alert(1)</script>': {type: integer, range: {max: 90}}
              plan: {type: text, domain: ['<b>basic</b>', pro]}
            '''
              def text = new StringBuilder('<script>alert(1)</script>,plan\\n')
              for (int i = 0; i < 3000; i++) {
                text.append((currentBuild.number * 40 + i %% 90) + (i %% 3 ? ',<b>basic</b>\\n' : ',<i>evil</i>\\n'))
              }
              writeFile file: 'rows.csv', text: text.toString()
              def r = validateData(data: 'rows.csv', schema: 'schema.yaml', name: 'rows', profile: 'p.json',
                  baseline: 'build:lastSuccessful', requireBaseline: false, failOn: 'never', failures: 'f.csv',
                  inferredSchema: 'proposed <b>now</b>.yaml', lineage: 'lineage.json')
              echo "events ${readFile(r.lineage).readLines().size()}"
              echo "profile ${fileExists('p.json')} failures ${readFile('f.csv').readLines().size()} drift ${r.drift?.verdict}"
            }
            """;

    private static final String MODEL = """
            node('%s') {
              def text = new StringBuilder('y,p,<script>alert(1)</script>,sex\\n')
              for (int i = 0; i < 2000; i++) {
                def y = i %% 2
                text.append("${y},${(i * 7 %% 10 + 6 * y) / 16},${i %% 3 ? 'a' : '<script>alert(1)</script>'},${i %% 5 ? 'm' : '<b>f</b>'}\\n")
              }
              writeFile file: 'scores.csv', text: text.toString()
              def r = testModel(predictions: 'scores.csv', label: 'y', score: 'p', model: 'churn', thresholds: ['roc_auc >= 0.7'],
                  baseline: 'build:lastSuccessful', requireBaseline: false, slices: ['<script>alert(1)</script>'],
                  fairness: [[columns: 'sex', rules: ['equalized_odds_difference <= 0.5']]], card: 'card.html')
              echo "verdict ${r.verdict} auc ${r.metrics.roc_auc > 0.7} thresholds ${r.thresholds*.verdict} against ${r.baseline} card ${fileExists('card.html')}"
            }
            """;

    private static final String SERVED = """
            node {
              def text = new StringBuilder('y,<script>alert(1)</script>,b,c\\n')
              for (int i = 0; i < 900; i++) {
                def a = (i * 37 %% 100) / 25.0 - 2
                text.append("${a + (i * 53 %% 100) / 25.0 - 2 > 0 ? 1 : 0},${a},${(i * 71 %% 100) / 50.0 - 1},${i %% 3}\\n")
              }
              writeFile file: 'rows.csv', text: text.toString()
              def r = testModel(predictions: 'rows.csv', label: 'y', score: 'prediction', model: 'served',
                  baseline: 'build:lastSuccessful', requireBaseline: false,
                  endpoint: [url: '%s', protocol: 'mlflow', features: ['<script>alert(1)</script>', 'b', 'c']],
                  explain: [rows: 100, permutations: 3, shapley: 5], robustness: [noise: 0.1, missing: 0.2])
              echo "leans on ${r.importance.permutation.keySet().first()}"
            }
            """;

    @Test
    void shouldWorkOnAgent(JenkinsRule rule) throws Exception {
        DumbSlave agent = rule.createOnlineSlave();
        WorkflowJob job = job(rule, agent.getNodeName());

        WorkflowRun first = rule.buildAndAssertStatus(Result.UNSTABLE, job);
        rule.assertLogContains("Running on " + agent.getNodeName(), first);
        rule.assertLogContains("[weir] reading ", first);
        rule.assertLogContains("profile true failures ", first);
        rule.assertLogContains("events 2", first);
        assertThat(first.getRootDir().toPath().resolve("weir-gates/1/profile.json")).exists();

        WorkflowRun second = rule.buildAndAssertStatus(Result.UNSTABLE, job);
        rule.assertLogContains("drift drifted", second);
    }

    @Test
    void shouldShowItsPagesWithEverythingEscaped(JenkinsRule rule) throws Exception {
        WorkflowJob job = job(rule, "built-in");
        rule.buildAndAssertStatus(Result.UNSTABLE, job);
        WorkflowRun build = rule.buildAndAssertStatus(Result.UNSTABLE, job);

        for (String page : new String[] {build.getUrl() + "gates/", build.getUrl() + "gates/gate/1/", job.getUrl()}) {
            HtmlPage shown = rule.createWebClient().goTo(page);
            String html = shown.getWebResponse().getContentAsString();
            assertThat(html)
                    .as(page)
                    .contains("<svg")
                    .doesNotContain("<script>alert(1)", "<b>basic", "<i>evil", "<b>now");
            assertThat(shown.getByXPath("//main//*[@style]")).as("inline styles of " + page).isEmpty();
        }
        assertThat(rule.createWebClient()
                        .goTo(build.getUrl() + "gates/")
                        .getWebResponse()
                        .getContentAsString())
                .contains("polyline", "drifted", "alert(1)&lt;/script>.range", "f.csv")
                .contains("Proposed schema", "now&lt;/b>.yaml", "0 column(s) that the schema so far has not");
        String api = rule.createWebClient()
                .goTo(build.getUrl() + "gates/api/json?depth=3", "application/json")
                .getWebResponse()
                .getContentAsString();
        assertThat(api).contains("\"verdict\":\"unstable\"", "\"subject\":\"rows\"", "\"outcome\":\"failed\"");
    }

    @Test
    void shouldBeSeenByViewersOnly(JenkinsRule rule) throws Exception {
        WorkflowJob job = job(rule, "built-in");
        WorkflowRun build = rule.buildAndAssertStatus(Result.UNSTABLE, job);
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader", "viewer")
                .grant(WeirPermissions.VIEW)
                .everywhere()
                .to("viewer"));

        assertThat(status(rule, "viewer", build.getUrl() + "gates/")).isEqualTo(200);
        for (String page : new String[] {"gates/", "gates/gate/1/", "gates/api/json", "gates/gate/1/api/json"}) {
            assertThat(status(rule, "reader", build.getUrl() + page)).as(page).isEqualTo(403);
        }
        assertThat(text(rule, "viewer", job.getUrl())).contains("validateData: rows");
        assertThat(text(rule, "reader", job.getUrl())).doesNotContain("validateData: rows");
        assertThat(text(rule, "reader", build.getUrl() + "api/json?depth=3")).doesNotContain("\"subject\"");
    }

    @Test
    void shouldBeWrittenByTheSnippetGenerator(JenkinsRule rule) throws Exception {
        ValidateDataStep step = new ValidateDataStep("train/*.csv");
        assertThat(Snippetizer.object2Groovy(step)).isEqualTo("validateData 'train/*.csv'");
        step.setSchema("schema.yaml");
        step.setFailOn("warning");
        step.setDrift(Map.of("level", 0.01));
        assertThat(Snippetizer.object2Groovy(step))
                .isEqualTo("validateData data: 'train/*.csv', drift: [level: 0.01], failOn: 'warning',"
                        + " schema: 'schema.yaml'");

        rule.createProject(WorkflowJob.class, "any");
        assertThat(rule.createWebClient()
                        .goTo("job/any/pipeline-syntax/")
                        .getWebResponse()
                        .getContentAsString())
                .contains("validateData");
        shouldHaveHelp(rule, ValidateDataStep.class);
    }

    /** Of the step and of each parameter, those that no form has among them. */
    private static void shouldHaveHelp(JenkinsRule rule, Class<? extends Step> step) throws Exception {
        List<String> helps = new ArrayList<>(List.of(""));
        new DescribableModel<>(step).getParameters().forEach(parameter -> helps.add("/" + parameter.getName()));
        for (String help : helps) {
            assertThat(text(rule, null, "descriptor/" + step.getName() + "/help" + help))
                    .as("help" + help)
                    .contains("<div>", "</div>");
        }
    }

    @Test
    void shouldTestModelSandboxedOnAgentAndShowItWithEverythingEscaped(JenkinsRule rule) throws Exception {
        DumbSlave agent = rule.createOnlineSlave();
        WorkflowJob job = rule.createProject(WorkflowJob.class, "model");
        job.setDefinition(new CpsFlowDefinition(MODEL.formatted(agent.getNodeName()), true));

        WorkflowRun first = rule.buildAndAssertSuccess(job);
        rule.assertLogContains("Running on " + agent.getNodeName(), first);
        rule.assertLogContains("[weir] testing churn", first);
        rule.assertLogContains("verdict passed auc true thresholds [pass] against null card true", first);
        WorkflowRun second = rule.buildAndAssertSuccess(job);
        rule.assertLogContains("against model #1", second);

        for (String page : new String[] {second.getUrl() + "gates/", second.getUrl() + "gates/gate/1/", job.getUrl()}) {
            HtmlPage shown = rule.createWebClient().goTo(page);
            String html = shown.getWebResponse().getContentAsString();
            assertThat(html).as(page).contains("<svg").doesNotContain("<script>alert(1)", "<b>f");
            assertThat(shown.getByXPath("//main//*[@style]")).as("inline styles of " + page).isEmpty();
        }
        assertThat(text(rule, null, second.getUrl() + "gates/"))
                .contains("ROC", "polyline", "alert(1)&lt;/script>", "Confusion matrix", "Fairness: groups by", "Difference");
        String api = rule.createWebClient()
                .goTo(second.getUrl() + "gates/api/json?depth=4", "application/json")
                .getWebResponse()
                .getContentAsString();
        assertThat(api).contains("\"task\":\"binary\"", "\"name\":\"roc_auc\"", "\"mainMetric\":\"roc_auc\"");
    }

    @Test
    void shouldWriteTestModelByTheSnippetGenerator(JenkinsRule rule) throws Exception {
        TestModelStep step = new TestModelStep("scores.csv");
        step.setLabel("y");
        step.setScore("p");
        step.setThresholds(List.of("roc_auc >= 0.8"));
        step.setSlices(List.of("country", List.of("age", "sex")));
        step.setChecks(Map.of("features", List.of("age")));
        step.setExplain(Map.of("rows", 100));
        assertThat(Snippetizer.object2Groovy(step))
                .isEqualTo("testModel checks: [features: ['age']], explain: [rows: 100], label: 'y', predictions: 'scores.csv', score: 'p',"
                        + " slices: ['country', ['age', 'sex']], thresholds: ['roc_auc >= 0.8']");

        shouldHaveHelp(rule, TestModelStep.class);
    }

    @Test
    void shouldShowParametersThatNoFormHasWithTheirHelp(JenkinsRule rule) throws Exception {
        rule.createProject(WorkflowJob.class, "any");
        for (Map.Entry<String, List<String>> step : Map.of(
                        "testModel",
                        List.of("endpoint", "explain", "robustness", "slices", "fairness", "checks", "history"),
                        "validateData",
                        List.of("drift"))
                .entrySet()) {
            HtmlPage page = rule.createWebClient().goTo("job/any/pipeline-syntax/");
            HtmlSelect steps = page.getFirstByXPath("//select[option[starts-with(normalize-space(), '" + step.getKey()
                    + ":')]]");
            steps.getOptions().stream()
                    .filter(option -> option.getText().strip().startsWith(step.getKey() + ":"))
                    .findFirst()
                    .orElseThrow()
                    .setSelected(true);
            page.getWebClient().waitForBackgroundJavaScript(10_000);
            assertThat(page.asNormalizedText()).contains("written in the Jenkinsfile; the help shows how");
            for (String field : step.getValue()) {
                assertThat(page.<Object>getByXPath("//a[contains(@helpURL, '/help/" + field + "')]"
                                + "|//a[contains(@helpurl, '/help/" + field + "')]"))
                        .as(field)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void shouldShowWhatAServedModelLeansOnWithEverythingEscaped(JenkinsRule rule) throws Exception {
        WorkflowJob job = rule.createProject(WorkflowJob.class, "served");
        try (LogisticServer server = LogisticServer.of(2)) {
            job.setDefinition(new CpsFlowDefinition(SERVED.formatted(server.url()), true));
            rule.assertLogContains("leans on <script>alert(1)</script>", rule.buildAndAssertSuccess(job));
            WorkflowRun second = rule.buildAndAssertSuccess(job);

            HtmlPage shown = rule.createWebClient().goTo(second.getUrl() + "gates/gate/1/");
            assertThat(shown.getWebResponse().getContentAsString())
                    .contains("alert(1)&lt;/script>", "How much worse roc_auc gets", "Mean absolute Shapley value")
                    .contains("Robustness", "20 % of the values missing", ", baseline: ")
                    .doesNotContain("<script>alert(1)");
            assertThat(shown.getByXPath("//main//*[@style]")).as("inline styles").isEmpty();
            assertThat(rule.createWebClient()
                            .goTo(second.getUrl() + "gates/api/json?depth=6", "application/json")
                            .getWebResponse()
                            .getContentAsString())
                    .contains("\"method\":\"permutation\"", "\"robustness\":[{", "\"undisturbed\":\"0.8");
        }
    }

    private static WorkflowJob job(JenkinsRule rule, String node) throws Exception {
        WorkflowJob job = rule.createProject(WorkflowJob.class, "train");
        job.setDefinition(new CpsFlowDefinition(JOB.formatted(node), true));
        return job;
    }

    private static int status(JenkinsRule rule, String user, String page) throws Exception {
        JenkinsRule.WebClient client = rule.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        client.login(user);
        return client.getPage(new URL(rule.getURL(), page)).getWebResponse().getStatusCode();
    }

    private static String text(JenkinsRule rule, String user, String page) throws Exception {
        JenkinsRule.WebClient client = rule.createWebClient();
        if (user != null) {
            client.login(user);
        }
        return client.getPage(new URL(rule.getURL(), page)).getWebResponse().getContentAsString();
    }
}
