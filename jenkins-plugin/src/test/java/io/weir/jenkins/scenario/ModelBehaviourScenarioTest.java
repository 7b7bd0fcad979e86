package io.weir.jenkins.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.jenkins.gate.GatesAction;
import io.weir.jenkins.gate.model.ImportancesView;
import io.weir.jenkins.gate.model.ImportancesView.ImportanceView;
import io.weir.jenkins.gate.model.ModelView;
import io.weir.jenkins.gate.model.RobustnessView;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code testModel} says of what a served model leans on, and of how it bears disturbed features. */
class ModelBehaviourScenarioTest {
    private static final int ROWS = 1_200;
    private static final String ASK = """
            def ask(Map more) {
                testModel([predictions: 'rows.csv', label: 'y', score: 'prediction', model: 'churn',
                    endpoint: [url: '%s', protocol: 'mlflow', features: ['a', 'b', 'c'], retries: 0]] + more)
            }
            """;

    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldSayWhatTheModelLeansOnBesideTheEarlierBuild() throws Throwable {
        try (LogisticServer first = LogisticServer.of(2);
                LogisticServer second = LogisticServer.of(0)) {
            jenkins.session(host -> {
                LogisticServer.write(workspace(host, "test").resolve("rows.csv"), ROWS);
                host.define("test", ASK.formatted(first.url()) + """
                        node {
                            def again = currentBuild.number > 1
                            def more = again ? [endpoint: [url: '%s', protocol: 'mlflow', features: ['a', 'b', 'c']]] : [:]
                            def r = ask([baseline: 'build:lastSuccessful', requireBaseline: again,
                                explain: [rows: 300, permutations: 4, shapley: 10, agreement: 0.9], card: 'card.md',
                                failOn: 'never'] + more)
                            echo "methods ${r.importance.keySet()} first ${r.importance.permutation.keySet().first()}"
                            echo "a leads ${r.importance.permutation.a > 0.2} c ${r.importance.permutation.c} against ${r.baseline}"
                            echo "verdict ${r.verdict} failed ${r.failed*.name}"
                            echo readFile('card.md')
                        }
                        """.formatted(second.url()));

                Build build = host.await("test", 1);
                assertThat(build.log())
                        .contains("[weir] explain: 4,800 predictions of 300 rows, changed in 3 features")
                        .contains("[weir] explain: 4,800 of 4,800 predictions of the model")
                        .contains("methods [permutation, shapley] first a", "a leads true c 0.0 against null")
                        .contains("verdict passed failed []")
                        .contains("## What the model leans on", "permutation (loss of roc\\_auc)");
                assertThat(build.result()).isEqualTo("SUCCESS");

                host.build("test");

                assertThat(host.await("test", 2).log())
                        .contains("first b", "a leads false c 0.0 against test #1")
                        .contains("verdict unstable failed [importance_shift, importance_shift]");
            });

            jenkins.session(host -> {
                ModelView model = Board.build("test", 2)
                        .getAction(GatesAction.class)
                        .getGate("1")
                        .getModel();
                assertThat(model.getImportances())
                        .extracting(ImportancesView::getMethod)
                        .containsExactly("permutation", "shapley");
                ImportancesView permutation = model.getImportances().getFirst();
                assertThat(permutation.getMetric()).isEqualTo("roc_auc");
                assertThat(permutation.isCompared()).isTrue();
                assertThat(permutation.getFeatures())
                        .extracting(ImportanceView::getName)
                        .containsExactly("b", "a", "c");
                ImportanceView a = permutation.getFeatures().get(1);
                assertThat(a.getBaseline()).isGreaterThan(a.getValue());
                assertThat(a.getDifference()).startsWith("-0.").contains(" ± 0.0");
                assertThat(permutation.getPicture())
                        .contains("<circle", ", baseline: 0.", "rings are the baseline&#39;s")
                        .doesNotContain("NaN", "style=", "<script");
            });
        }
    }

    @Test
    void shouldFollowTheRulesOfRobustness() throws Throwable {
        try (LogisticServer server = LogisticServer.of(2)) {
            jenkins.session(host -> {
                LogisticServer.write(workspace(host, "test").resolve("rows.csv"), ROWS);
                host.define("test", ASK.formatted(server.url()) + """
                        node {
                            def r = ask(robustness: [noise: [0.05, 1], missing: 0.3, metrics: ['f1'],
                                thresholds: ['roc_auc not_worse 0.9', 'roc_auc not_worse 0.02 under noise']],
                                failOn: 'never', unstableOn: 'error', report: 'tests.xml', card: 'card.md')
                            echo "verdict ${r.verdict} failed ${r.failed.size()} ${r.failed[0].column}"
                            echo "disturbances ${r.robustness.findAll { it.metric == 'f1' }.collect { it.disturbance + ' ' + it.share }}"
                            def worst = r.robustness.findAll { it.metric == 'roc_auc' }[1]
                            echo "worst ${worst.change < -0.05} within ${worst.interval[0] <= worst.change && worst.change <= worst.interval[1]}"
                            echo readFile('tests.xml')
                            echo readFile('card.md')
                        }
                        """);

                Build build = host.await("test", 1);
                assertThat(build.log())
                        .contains("[weir] robustness: 4,800 predictions of 1,200 rows, disturbed in 3 features")
                        .contains("verdict unstable failed 1 roc_auc with noise of 100 % of each feature's spread")
                        .contains("disturbances [noise 0.05, noise 1.0, missing 0.3]", "worst true within true")
                        .contains("robustness_noise")
                        .contains("## Robustness", "30 % of the values missing");
                assertThat(build.result()).isEqualTo("UNSTABLE");
                ModelView model = Board.build("test", 1)
                        .getAction(GatesAction.class)
                        .getGate("1")
                        .getModel();
                assertThat(model.getRobustness())
                        .extracting(RobustnessView::getMetric)
                        .containsExactly("f1", "roc_auc");
                RobustnessView auc = model.getRobustness().getLast();
                assertThat(auc.getDisturbances()).hasSize(3).allSatisfy(each -> {
                    assertThat(each.getUndisturbed()).startsWith("0.8");
                    assertThat(each.getInterval()).contains(" to ");
                    assertThat(each.getRows()).isEqualTo(ROWS);
                });
                assertThat(auc.getPicture())
                        .contains("<circle", "stroke-dasharray")
                        .doesNotContain("NaN", "style=");
            });
        }
    }

    @Test
    void shouldRefuseWhatCanNotBeAskedBeforeAskingAnything() throws Throwable {
        try (LogisticServer server = LogisticServer.of(2)) {
            jenkins.session(host -> {
                LogisticServer.write(workspace(host, "test").resolve("rows.csv"), ROWS);
                host.define("test", ASK.formatted(server.url()) + """
                        def refused(Map settings) {
                            try {
                                ask(settings)
                            } catch (e) {
                                echo "refused ${e.message}"
                            }
                        }
                        node {
                            refused(endpoint: [:], explain: [:])
                            refused(endpoint: [:], robustness: [noise: 0.1])
                            refused(explain: [features: ['a', 'agee']])
                            refused(explain: [rows: 100000, max_evals: 50000])
                            refused(explain: [agreement: 0.8], baseline: 'columns:a')
                            refused(explain: [shap: 3])
                            refused(robustness: [:])
                            refused(robustness: [noise: 0.1, thresholds: ['roc_auc >= 0.8']])
                            refused(robustness: [missing: 0.1],
                                endpoint: [url: 'http://127.0.0.1:9', model: 'm', features: ['a']])
                            refused(explain: [rows: 100], task: 'multiclass')
                        }
                        """);

                assertThat(host.await("test", 1).log())
                        .contains(
                                "refused testModel: explain needs a model that can be called with changed features, and"
                                        + " endpoint is missing; give endpoint: [url: …, features: […]], or leave explain out")
                        .contains("refused testModel: robustness needs a model that can be called")
                        .contains(
                                "explain.features names 'agee', which is not among the features that the model is sent:"
                                        + " [a, b, c]")
                        .contains("explain.max_evals is 50,000, but 1,701,800 predictions would be asked for")
                        .contains("explain.agreement is 0.8, but the baseline has no importances to agree with")
                        .contains("explain.shap is unknown; known here: features, rows, metric")
                        .contains("robustness.noise and robustness.missing are both missing")
                        .contains("robustness.thresholds[0] is 'roc_auc >= 0.8', must be such as")
                        .contains("robustness.missing is [0.1], but endpoint.missing is 'refuse'")
                        .contains(
                                "explain is for models with one score a row, of two classes or of numbers; the task is"
                                        + " multiclass: leave explain out, or test one class or label as binary");
                assertThat(server.requests).hasValue(0);
            });
        }
    }

    @Test
    void shouldNameWhereTheModelFailedAndKeepNothing() throws Throwable {
        try (LogisticServer server = LogisticServer.dyingAfter(20)) {
            jenkins.session(host -> {
                LogisticServer.write(workspace(host, "test").resolve("rows.csv"), ROWS);
                host.define("test", ASK.formatted(server.url()) + "node { ask(explain: [:], card: 'card.md') }");

                Build build = host.await("test", 1);
                assertThat(build.result()).isEqualTo("FAILURE");
                assertThat(build.log())
                        .contains("testModel: explain: " + server.url() + "/invocations, batch ")
                        .contains("answered 500: out of memory");
                assertThat(workspace(host, "test").resolve("card.md")).doesNotExist();
            });
        }
    }

    @Test
    void shouldStopAtOnce() throws Throwable {
        try (LogisticServer server = LogisticServer.hangingAfter(30)) {
            jenkins.session(host -> {
                host.define("test", ASK.formatted(server.url()) + """
                        node {
                            if (currentBuild.number == 1) {
                                echo 'waits'
                            } else {
                                ask(explain: [rows: 200], endpoint: [url: '%s', protocol: 'mlflow',
                                    features: ['a', 'b', 'c'], timeout: 3600, deadline: 3600])
                            }
                        }
                        """.formatted(server.url()));
                host.await("test", 1);
                LogisticServer.write(workspace(host, "test").resolve("rows.csv"), ROWS);
                Thread second = Thread.ofVirtual().start(() -> {
                    try {
                        host.build("test");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
                assertThat(server.held.await(1, TimeUnit.MINUTES)).isTrue();

                host.abort("test", 2);

                assertThat(host.await("test", 2).result()).isEqualTo("ABORTED");
                second.join();
                assertThat(server.requests.get()).isLessThan(40);
            });
        }
    }

    private static Path workspace(PipelineHost host, String job) {
        return host.home().resolve("workspace/" + job);
    }
}
