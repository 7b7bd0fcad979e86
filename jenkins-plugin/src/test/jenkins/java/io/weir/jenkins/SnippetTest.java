package io.weir.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Descriptor;
import io.weir.jenkins.incident.IncidentStep;
import io.weir.jenkins.incident.ResolveIncidentStep;
import io.weir.jenkins.testing.TestModelStep;
import java.net.URL;
import java.util.List;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.util.NameValuePair;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The snippet generator: what its forms give is the step that was meant, and runs. */
@WithJenkins
class SnippetTest {
    private static final String NOTE = "rolled 'payments' back\nto 2.3.0";

    @Test
    void shouldWriteSteps(JenkinsRule rule) throws Exception {
        ResolveIncidentStep noted = new ResolveIncidentStep("mitigated");
        noted.setNote("rolled back");

        assertThat(List.of(
                        Snippetizer.object2Groovy(new IncidentStep()),
                        Snippetizer.object2Groovy(new ResolveIncidentStep("fixed")),
                        Snippetizer.object2Groovy(noted)))
                .containsExactly(
                        "incident()",
                        "resolveIncident 'fixed'",
                        "resolveIncident note: 'rolled back', outcome: 'mitigated'");
    }

    @Test
    void shouldTakeItsForm(JenkinsRule rule) throws Exception {
        JSONObject form = new JSONObject()
                .element("outcome", "mitigated")
                .element("note", "rolled back");

        assertThat(generated(rule, ResolveIncidentStep.class, form))
                .isEqualTo("resolveIncident note: 'rolled back', outcome: 'mitigated'");
        assertThat(generated(rule, IncidentStep.class, new JSONObject())).isEqualTo("incident()");
    }

    @Test
    void shouldTakeTheFormOfAModelsTest(JenkinsRule rule) throws Exception {
        JSONObject form = new JSONObject()
                .element("predictions", "scores.csv")
                .element("label", "y")
                .element("score", "p")
                .element("metrics", "f1\nroc_auc")
                .element("thresholds", "f1 >= 0.5\n\n")
                .element("decision", "0.4")
                .element("ranges", "4")
                .element("least", "30")
                .element("replicates", "500")
                .element("confidence", "0.95")
                .element("seed", "20261101")
                .element("rows", "20000000");

        assertThat(generated(rule, TestModelStep.class, form))
                .isEqualTo("testModel decision: 0.4, label: 'y', metrics: ['f1', 'roc_auc'], predictions: 'scores.csv',"
                        + " replicates: 500, score: 'p', thresholds: ['f1 >= 0.5']");
    }

    @Test
    void shouldShowTheFormWithItsHelp(JenkinsRule rule) throws Exception {
        rule.createProject(WorkflowJob.class, "any");

        String page = rule.createWebClient()
                .goTo("job/any/pipeline-syntax/")
                .getWebResponse()
                .getContentAsString();

        assertThat(page).contains("resolveIncident", "incident: ");
        for (String help : List.of("", "/outcome", "/note")) {
            assertThat(rule.createWebClient()
                            .goTo("descriptor/" + ResolveIncidentStep.class.getName() + "/help" + help)
                            .getWebResponse()
                            .getContentAsString())
                    .as("help" + help)
                    .contains("<div>");
        }
    }

    @Test
    void shouldRunWhatItWrites(JenkinsRule rule) throws Exception {
        ResolveIncidentStep step = new ResolveIncidentStep("mitigated");
        step.setNote(NOTE);
        WorkflowJob job = rule.createProject(WorkflowJob.class, "any");
        job.setDefinition(new CpsFlowDefinition(
                "try { " + Snippetizer.object2Groovy(step) + " } catch (e) { echo e.message }\n"
                        + "echo \"given ${" + Snippetizer.object2Groovy(new IncidentStep()) + "}\"",
                true));

        // No incident has started this build, which the step says; that it got so far is what counts here.
        rule.assertLogContains("incident", rule.buildAndAssertSuccess(job));
        rule.assertLogContains("given null", job.getLastBuild());
    }

    private static String generated(JenkinsRule rule, Class<? extends Step> step, JSONObject form) throws Exception {
        Descriptor<?> descriptor = rule.jenkins.getDescriptor(step);
        assertThat(descriptor).isNotNull();
        JSONObject json = form.element("stapler-class", step.getName()).element("$class", step.getName());
        JenkinsRule.WebClient client = rule.createWebClient();
        WebRequest request =
                new WebRequest(new URL(rule.getURL(), "pipeline-syntax/generateSnippet"), HttpMethod.POST);
        request.setRequestParameters(List.of(new NameValuePair("json", json.toString())));
        client.addCrumb(request);
        return client.getPage(request).getWebResponse().getContentAsString().trim();
    }
}
