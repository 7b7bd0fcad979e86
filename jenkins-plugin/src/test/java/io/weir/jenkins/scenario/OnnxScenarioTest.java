package io.weir.jenkins.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An ONNX model that {@code testModel} has served on the agent, by the companion as it is installed. */
class OnnxScenarioTest {
    private static final int ROWS = 600;

    /** {@code mvn package} leaves the companion there. */
    private static final Path COMPANION = Path.of("onnx/target/weir-onnx").toAbsolutePath();

    private static final Path MODELS = Path.of("onnx/src/test/resources/io/weir/onnx");

    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldTestAModelOnTheAgent() throws Throwable {
        jenkins.session(host -> {
            write(host);
            host.define("test", """
                    def ask(Map endpoint, Map more = [:]) {
                        testModel([predictions: 'test.csv', label: 'y', score: 'probability', thresholds: ['roc_auc >= 0.7'],
                            endpoint: [features: ['age', 'country']] + endpoint] + more)
                    }
                    node {
                        def r = ask([onnx: 'columns.onnx', companion: '%1$s'], [explain: [permutations: 3]])
                        echo "verdict ${r.verdict} rows ${r.rows} auc ${r.metrics.roc_auc}"
                        echo "leans on ${r.importance.permutation.keySet().join(', ')}"
                        withEnv(['WEIR_ONNX=%1$s']) { echo "again ${ask(onnx: 'columns.onnx').verdict}" }
                        for (endpoint in [[onnx: 'columns.onnx'], [onnx: 'columns.onnx', companion: '/no/such/folder'],
                                [onnx: 'test.csv', companion: '%1$s'], [onnx: '../x.onnx', companion: '%1$s'],
                                [onnx: 'none.onnx', companion: '%1$s'], [companion: '%1$s'],
                                [onnx: 'columns.onnx', url: 'http://x', companion: '%1$s'],
                                [onnx: 'columns.onnx', companion: '%1$s', features: ['age']]]) {
                            try { ask(endpoint) } catch (e) { echo "refused ${e.message}" }
                        }
                    }
                    """.formatted(COMPANION));

            assertThat(host.await("test", 1).log())
                    .contains("verdict passed rows " + ROWS + " auc 0.89")
                    .contains("leans on country, age")
                    .contains("again passed")
                    .contains(
                            "but the companion that runs ONNX models is not known; copy the folder weir-onnx to the agent")
                    .contains(
                            "the companion's folder is '/no/such/folder', but there is no weir-onnx-….jar on this agent")
                    .contains("endpoint.onnx is 'test.csv', which can't be served: Error code - ORT_INVALID_PROTOBUF")
                    .contains("'../x.onnx'")
                    .contains("endpoint.onnx is 'none.onnx', which is not in the workspace")
                    .contains("but there is no endpoint.onnx; name the model's file, or leave it out")
                    .contains("endpoint.url is 'http://x', but endpoint.onnx says that the model is served by the step")
                    .contains("name them as the inputs, or give input");
        });
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("OnnxServer")))
                .isEmpty();
    }

    /** Who is from "de" says yes, the others by age; one in ten says the contrary. */
    private static void write(PipelineHost host) throws Exception {
        Path folder = Files.createDirectories(host.home().resolve("workspace/test"));
        Files.copy(MODELS.resolve("columns.onnx"), folder.resolve("columns.onnx"));
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder("y,age,country\n");
        for (int i = 0; i < ROWS; i++) {
            boolean known = random.nextBoolean();
            int age = 20 + random.nextInt(60);
            boolean yes = (known || random.nextInt(100) < age / 2) ^ random.nextInt(20) == 0;
            rows.append(yes ? 1 : 0)
                    .append(',')
                    .append(age)
                    .append(',')
                    .append(known ? "de" : "fr")
                    .append('\n');
        }
        Files.writeString(folder.resolve("test.csv"), rows);
    }
}
