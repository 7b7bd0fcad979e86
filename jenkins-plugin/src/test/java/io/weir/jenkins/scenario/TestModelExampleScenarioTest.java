package io.weir.jenkins.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The example in the step's documentation does what it says, on its first build and on the next, whose model is worse. */
class TestModelExampleScenarioTest {
    private static final Path PAGE = Path.of("..", "docs", "steps", "testModel.md");
    private static final int ROWS = 4_000;

    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldTestCompareAndWriteTheCard() throws Throwable {
        String example = example("# Step");

        jenkins.session(host -> {
            Path workspace = host.home().resolve("workspace/test");
            write(workspace, 1.2);
            host.define("test", example);

            Build first = host.await("test", 1);
            assertThat(first.log())
                    .contains("no baseline yet: build:lastSuccessful")
                    .containsPattern("passed: ROC AUC 0\\.8\\d+, between 0\\.\\d+ and 0\\.\\d+")
                    .contains("weak: country = de");
            assertThat(first.result()).isEqualTo("SUCCESS");
            assertThat(workspace.resolve("out/model-card.html")).content().contains("<h2>Fairness: sex</h2>");

            write(workspace, 0.8);
            host.build("test");

            Build second = host.await("test", 2);
            assertThat(second.result()).isEqualTo("FAILURE");
            assertThat(second.log()).contains("the difference of roc_auc from the baseline is -0.");
            assertThat(workspace.resolve("out/tests.xml")).content().contains("<failure type=\"error\"");
        });
    }

    @Test
    void shouldExplainAndDisturb() throws Throwable {
        String example = example("### `explain` and `robustness`");

        try (LogisticServer server = LogisticServer.of(2)) {
            jenkins.session(host -> {
                Path workspace = host.home().resolve("workspace/test");
                LogisticServer.write(workspace.resolve("test.csv"), 1_000);
                Path rows = workspace.resolve("test.csv");
                Files.writeString(rows, Files.readString(rows).replace("y,a,b,c", "churned,age,income,tenure"));
                host.define("test", "withEnv(['MODEL_URL=" + server.url() + "']) {\n" + example + "}\n");

                Build build = host.await("test", 1);
                assertThat(build.log())
                        .contains("leans on age most", "missing 0.05: roc_auc changes by [-0.")
                        .contains("noise 0.5: roc_auc changes by [-0.");
                assertThat(workspace.resolve("out/model-card.html"))
                        .content()
                        .contains("<h2>What the model leans on</h2>", "<h2>Robustness</h2>");
            });
        }
    }

    /** The first example below that heading. */
    private static String example(String heading) throws Exception {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```groovy\n", page.indexOf(heading)) + 10;
        return page.substring(begin, page.indexOf("```", begin));
    }

    /** Nobody can tell who of the country "de" leaves. */
    private static void write(Path workspace, double skill) throws Exception {
        Files.createDirectories(workspace.resolve("scores"));
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder("churned,p,age,country,sex\n");
        for (int i = 0; i < ROWS; i++) {
            String country = "de fr us es it".split(" ")[random.nextInt(5)];
            int label = random.nextInt(2);
            double known = country.equals("de") ? 0 : skill;
            double score = 1 / (1 + Math.exp(-known * (label * 2 - 1) - random.nextGaussian()));
            rows.append(String.format(
                    Locale.ROOT,
                    "%d,%.5f,%d,%s,%s%n",
                    label,
                    score,
                    18 + random.nextInt(60),
                    country,
                    random.nextBoolean() ? "f" : "m"));
        }
        Files.writeString(workspace.resolve("scores/part.csv"), rows);
    }
}
