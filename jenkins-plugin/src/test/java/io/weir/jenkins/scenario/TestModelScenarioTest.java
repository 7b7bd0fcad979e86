package io.weir.jenkins.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import hudson.model.Run;
import io.weir.gate.GateJson;
import io.weir.gate.GateMetric;
import io.weir.gate.GateResult;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.gate.GateTrendAction;
import io.weir.jenkins.gate.GateView;
import io.weir.jenkins.gate.GatesAction;
import io.weir.jenkins.gate.model.MetricView;
import io.weir.jenkins.gate.model.ModelView;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code testModel} says of a model, what a Jenkinsfile makes of it, and what is shown and sent. */
class TestModelScenarioTest {
    private static final int ROWS = 2_000;

    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldPassGoodModelAndHandTheResultToTheJenkinsfile() throws Throwable {
        try (GateLedger elasticsearch = new GateLedger()) {
            jenkins.session(host -> {
                WeirConfiguration.get().setElasticsearchUrl(elasticsearch.url());
                write(host, "test", 1.5);
                host.define("test", """
                        node {
                        def r = testModel(predictions: 'scores.csv', label: 'y', score: 'p', model: 'churn',
                            thresholds: ['roc_auc >= 0.7', 'brier <= 0.3'], slices: ['country', ['country', 'age']],
                            fairness: [[columns: 'sex', rules: ['equal_opportunity_difference <= 0.3']]],
                            checks: [features: ['age', 'country', 'sex'], leak: 0.99],
                            result: 'out/result.json', card: 'out/card.md', report: 'out/tests.xml')
                        echo "passed ${r.passed} verdict ${r.verdict} task ${r.task} rows ${r.rows}"
                        echo "auc good ${r.metrics.roc_auc > 0.7} interval ${r.intervals.roc_auc.size()} thresholds ${r.thresholds*.verdict}"
                        echo readFile('out/card.md').readLines().first()
                        echo readFile('out/tests.xml')
                        }
                        """);

                Build build = host.await("test", 1);
                assertThat(build.log())
                        .contains("passed true verdict passed task binary rows " + ROWS)
                        .contains("auc good true interval 2 thresholds [pass, pass]")
                        .contains("# Model card: churn")
                        .contains("<testsuite name=\"churn\"", "name=\"roc_auc at least 0.7\"")
                        .contains("[weir]   roc_auc 0.")
                        .contains("[weir] passed: All ");
                assertThat(build.result()).isEqualTo("SUCCESS");
                GateResult gate = GateJson.read(elasticsearch.gates().getLast());
                assertThat(gate.gate()).isEqualTo("testModel");
                assertThat(gate.subject()).isEqualTo("churn");
                assertThat(gate.metrics()).extracting(GateMetric::name).startsWith("roc_auc", "brier");
                assertThat(gate.metrics().getFirst().hasInterval()).isTrue();
            });
        }
    }

    @Test
    void shouldShowCurvesSlicesGroupsAndTrendAlsoAfterRestart() throws Throwable {
        jenkins.session(host -> {
            write(host, "test", 1.5);
            host.define("test", """
                    node {
                    testModel(predictions: 'scores.csv', label: 'y', score: 'p', slices: ['country'], fairness: ['sex'])
                    }
                    """);
            host.await("test", 1);
        });

        jenkins.session(host -> {
            Run<?, ?> build = Board.build("test", 1);
            GateView gate = build.getAction(GatesAction.class).getGate("1");
            ModelView model = gate.getModel();
            assertThat(gate.isReportLost()).isFalse();
            assertThat(model.getTask()).isEqualTo("binary");
            assertThat(model.getMetrics()).extracting(MetricView::getName).contains("roc_auc", "log_loss");
            assertThat(model.getCurves())
                    .hasSize(3)
                    .allSatisfy(curve ->
                            assertThat(curve.svg()).contains("<polyline").doesNotContain("NaN", "style=", "<script"));
            assertThat(model.getSlices()).hasSize(3);
            assertThat(model.getSlicePicture()).contains("<circle", "country");
            assertThat(model.getFairness().getFirst().getPictures().getFirst().svg())
                    .contains("<circle", "f (", "m (");
            assertThat(model.getClasses()).hasSize(2);
            assertThat(build.getParent()
                            .getAction(GateTrendAction.class)
                            .getTrends()
                            .getFirst()
                            .picture())
                    .contains("roc_auc", "<circle");
        });
    }

    @Test
    void shouldFailWeakModelAfterEverythingIsWritten() throws Throwable {
        jenkins.session(host -> {
            write(host, "test", 0.2);
            host.define("test", """
                    node {
                    try {
                        testModel(predictions: 'scores.csv', label: 'y', score: 'p', thresholds: ['roc_auc >= 0.8'],
                            card: 'card.html')
                        echo 'not reached'
                    } finally {
                        echo readFile('card.html')
                    }
                    }
                    """);

            Build build = host.await("test", 1);
            assertThat(build.result()).isEqualTo("FAILURE");
            assertThat(build.log())
                    .contains("testModel: 1 requirement or check failed: roc_auc is 0.")
                    .contains("<h1>Model card: scores.csv</h1>")
                    .doesNotContain("not reached");
        });
    }

    @Test
    void shouldSayHowManyMoreRowsWouldTell() throws Throwable {
        jenkins.session(host -> {
            write(host, "test", 1);
            host.define("test", """
                    node {
                    def auc = testModel(predictions: 'scores.csv', label: 'y', score: 'p').metrics.roc_auc
                    def r = testModel(predictions: 'scores.csv', label: 'y', score: 'p', thresholds: ["roc_auc >= ${auc - 0.005}"])
                    echo "verdict ${r.verdict} more ${r.thresholds[0].moreRows > 0} undecided ${r.undecided.size()}"
                    }
                    """);

            Build build = host.await("test", 1);
            assertThat(build.log()).contains("verdict insufficient_evidence more true undecided 1");
            assertThat(build.result()).isEqualTo("UNSTABLE");
        });
    }

    @Test
    void shouldCompareWithColumnsOfTheTableAndWithEarlierBuild() throws Throwable {
        jenkins.session(host -> {
            write(host, "test", 1.5);
            host.define("test", """
                    node {
                    def first = currentBuild.number == 1
                    def paired = testModel(predictions: 'scores.csv', label: 'y', score: 'p', model: 'pair',
                        baseline: 'columns:old', thresholds: ['roc_auc better 0'])
                    echo "paired ${paired.verdict} better ${paired.differences.roc_auc > 0} than ${paired.baseline}"
                    def r = testModel(predictions: 'scores.csv', label: 'y', score: 'p', model: 'churn',
                        baseline: 'build:lastSuccessful', requireBaseline: !first, thresholds: ['roc_auc not_worse 0.1'])
                    echo "earlier ${r.verdict} thresholds ${r.thresholds.size()} against ${r.baseline}"
                    }
                    """);
            assertThat(host.await("test", 1).log())
                    .contains("paired passed better true than old")
                    .contains("thresholds that need one are left out")
                    .contains("earlier passed thresholds 0 against null");

            host.build("test");

            assertThat(host.await("test", 2).log()).contains("earlier passed thresholds 1 against test #1");
        });
    }

    @Test
    void shouldRefuseWhatIsWrongBeforeReadingAnything() throws Throwable {
        jenkins.session(host -> {
            host.define("test", """
                    def refused(Map settings) {
                        try {
                            testModel(settings)
                        } catch (e) {
                            echo "refused ${e.message}"
                        }
                    }
                    node {
                    refused(predictions: '')
                    refused(predictions: 'p.csv')
                    refused(predictions: 'p.csv', label: 'y', score: 'p', thresholds: ['roc_auc > 0.8'])
                    refused(predictions: 'p.csv', label: 'y', score: 'p', fairness: [[columns: 'sex', rules: ['disparate_impact <= 0.8']]])
                    refused(predictions: 'p.csv', label: 'y', score: 'p', baseline: 'profile:x')
                    refused(predictions: 'p.csv', label: 'y', score: 'p', checks: [leek: 1])
                    refused(predictions: 'p.csv', label: 'y', score: 'p', k: '1, x')
                    refused(predictions: '../../p.csv', label: 'y', score: 'p')
                    refused(predictions: 'p.csv', label: 'y', score: 'p')
                    writeFile file: 'p.csv', text: 'y,p\\n1,0.5\\n0,\\n'
                    refused(predictions: 'p.csv', label: 'y', score: 'p', card: 'p.csv')
                    refused(predictions: 'p.csv', label: 'y', score: 'p')
                    refused(predictions: 'p.csv', label: 'z', score: 'p')
                    }
                    """);

            assertThat(host.await("test", 1).log())
                    .contains("refused testModel: predictions is empty")
                    .contains("refused testModel: label is missing, must be the column of the true values")
                    .contains("thresholds[0] is \"roc_auc > 0.8\", must be a threshold")
                    .contains("but a ratio must be at least (>=)")
                    .contains("baseline is 'profile:x', must be 'columns:'")
                    .contains("leek")
                    .contains("k is [1,\"x\"], must be at most 5 whole numbers")
                    .contains("../../p.csv")
                    .contains("card is 'p.csv', which the step reads")
                    .contains("column 'p'")
                    .contains("'z'");
        });
    }

    @Test
    void shouldAskServedModelWithItsToken() throws Throwable {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            boolean asked = exchange.getRequestURI().getPath().equals("/invocations");
            boolean allowed =
                    "Bearer s3cret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            long rows = Pattern.compile("\\[(\\d+)]").matcher(body).results().count();
            String answer = asked
                    ? Pattern.compile("\\[(\\d+)]")
                            .matcher(body)
                            .results()
                            .map(row -> Double.toString(Integer.parseInt(row.group(1)) / 100.0))
                            .collect(Collectors.joining(",", "{\"predictions\":[", "]}"))
                    : "";
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    !allowed ? 401 : asked && rows == 0 ? 400 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            jenkins.session(host -> {
                write(host, "test", 1.5);
                host.define("test", """
                        def ask(Map more) {
                            testModel(predictions: 'scores.csv', label: 'y', score: 'prediction', fairness: ['sex'],
                                endpoint: [url: 'http://127.0.0.1:%d', protocol: 'mlflow', features: ['age'], batch: 500] + more)
                        }
                        node {
                        withEnv(['MODEL_TOKEN=s3cret']) {
                            def r = ask(tokenVariable: 'MODEL_TOKEN', max_latency_p95: 60000)
                            echo "verdict ${r.verdict} rows ${r.rows} auc ${r.metrics.roc_auc > 0.4}"
                        }
                        try { ask(tokenVariable: 'OTHER') } catch (e) { echo "refused ${e.message}" }
                        try { ask(retries: 0, ready: 0) } catch (e) { echo "refused ${e.message}" }
                        try { ask(speed: 3) } catch (e) { echo "refused ${e.message}" }
                        }
                        """.formatted(server.getAddress().getPort()));

                Build build = host.await("test", 1);
                assertThat(build.log())
                        .contains("verdict passed rows " + ROWS + " auc true")
                        .contains("endpoint.tokenVariable is 'OTHER', which the environment does not have")
                        .contains("401")
                        .contains("endpoint.speed is unknown")
                        .doesNotContain("s3cret");
                assertThat(Board.build("test", 1)
                                .getAction(GatesAction.class)
                                .getGate("1")
                                .getFindings())
                        .anyMatch(finding -> finding.getName().equals("endpoint_latency")
                                && finding.getReason().contains("2,000 predictions by 4 requests"));
            });
        } finally {
            server.stop(0);
        }
    }

    private static void write(PipelineHost host, String job, double skill) throws Exception {
        Path file = host.home().resolve("workspace/" + job + "/scores.csv");
        Files.createDirectories(file.getParent());
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder("y,p,old,age,country,sex\n");
        for (int i = 0; i < ROWS; i++) {
            int label = random.nextInt(2);
            double score = logistic(skill * (label - 0.5) * 2 + random.nextGaussian());
            double old = logistic(0.4 * (label - 0.5) * 2 + random.nextGaussian());
            rows.append(String.format(
                    Locale.ROOT,
                    "%d,%.6f,%.6f,%d,%s,%s%n",
                    label,
                    score,
                    old,
                    18 + random.nextInt(60),
                    "de fr us".split(" ")[random.nextInt(3)],
                    random.nextBoolean() ? "f" : "m"));
        }
        Files.writeString(file, rows);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
