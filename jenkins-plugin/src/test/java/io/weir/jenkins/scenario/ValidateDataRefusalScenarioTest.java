package io.weir.jenkins.scenario;

import static io.weir.jenkins.scenario.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.jenkins.gate.GatesAction;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code validateData} does not take, and that it ends at once when it is stopped. */
class ValidateDataRefusalScenarioTest {
    private static final String FILES = """
            writeFile file: 'good.csv', text: 'x\\n1\\n2\\n'
            writeFile file: 'twice.csv', text: 'x,x\\n1,2\\n'
            writeFile file: 'open.csv', text: 'x\\n1\\n"2\\n'
            writeFile file: 'bad.yaml', text: 'weir_schema: 1\\ncolumns: {x: {rnage: 1}}\\n'
            writeFile file: 'profile.json', text: '{"kind":"weir.profile","version":1,"rows":2,"sketches":"AAAA"}'
            """;

    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldSayWhatIsWrongAndWriteNothing() throws Throwable {
        List<List<String>> calls = List.of(
                List.of("data: ''", "data is empty; give a file, a folder or a pattern"),
                List.of("data: '../other/*.csv'", "../other/*.csv: contains '..'"),
                List.of("data: 'none.csv'", "none.csv: no file matches"),
                List.of("data: 'twice.csv'", "twice.csv: "),
                List.of("data: 'open.csv'", "open.csv, row 2"),
                List.of("data: 'good.csv', schema: 'none.yaml'", "schema 'none.yaml' is no file"),
                List.of("data: 'good.csv', schema: 'bad.yaml'", "bad.yaml: columns.x.rnage is unknown"),
                List.of("data: 'good.csv', profile: '/tmp/p.json'", "the path '/tmp/p.json'"),
                List.of("data: 'good.csv', failures: '../f.csv'", "the path '../f.csv' leads out of the workspace"),
                List.of(
                        "data: 'good.csv', inferredSchema: '../s.yaml'",
                        "the path '../s.yaml' leads out of the workspace"),
                List.of(
                        "data: 'good.csv', inferredSchema: 'bad.yaml'",
                        "inferredSchema is 'bad.yaml', where a file lies"),
                List.of("data: 'good.csv', lineage: '/tmp/l.json'", "the path '/tmp/l.json'"),
                List.of("data: 'good.csv', lineage: 'good.csv'", "lineage is 'good.csv', which the step reads"),
                List.of(
                        "data: 'good.csv', lineage: 'l.json', digest: false",
                        "but digest is false; leave out one of them"),
                List.of("data: 'good.csv', report: 'good.csv'", "report is 'good.csv', which the step reads"),
                List.of("data: 'good.csv', failOn: 'errors'", "failOn: 'errors' is unknown; must be one of error"),
                List.of("data: 'good.csv', insufficientEvidence: 'no'", "must be one of pass, unstable, fail"),
                List.of("data: 'good.csv', name: 'a/b'", "name is 'a/b', must be 1 to 100 characters"),
                List.of("data: 'good.csv', drift: [levle: 0.1]", "drift.levle is unknown; known here: "),
                List.of("data: 'good.csv', drift: [checks: ['pis']]", "pis"),
                List.of("data: 'good.csv', drift: [severity: 'fatal']", "drift.severity: must be one of error"),
                List.of("data: 'good.csv', baseline: 'latest'", "baseline is 'latest', must be 'file:'"),
                List.of("data: 'good.csv', baseline: 'file:none.json'", "baseline 'none.json' is no file"),
                List.of("data: 'good.csv', baseline: 'file:../none.json'", "leads out of the workspace"),
                List.of("data: 'good.csv', baseline: 'file:profile.json'", "baseline 'profile.json': profile.sketches"),
                List.of("data: 'good.csv', baseline: 'build:lastStable'", "say requireBaseline: false"),
                List.of("data: 'good.csv', baseline: 'build:7'", "baseline 'build:7' is not there"));
        StringBuilder job = new StringBuilder("node {\n" + FILES);
        for (int i = 0; i < calls.size(); i++) {
            job.append("try { validateData(")
                    .append(calls.get(i).getFirst())
                    .append("); echo 'took ")
                    .append(i)
                    .append("' } catch (e) { echo \"refused ")
                    .append(i)
                    .append(" ${e.message}\" }\n");
        }
        job.append("echo \"report ${fileExists('p.json')} ${fileExists('f.csv')}\"\n}\n");

        jenkins.session(host -> {
            host.define("train", job.toString());

            String log = host.await("train", 1).log();
            for (int i = 0; i < calls.size(); i++) {
                int number = i;
                assertThat(log.lines().filter(line -> line.startsWith("refused " + number + " ")))
                        .as(calls.get(i).getFirst() + "\n" + log)
                        .singleElement()
                        .asString()
                        .contains("validateData: ", calls.get(i).getLast());
            }
            assertThat(log).doesNotContain("took ", "\tat ").contains("report false false");
            assertThat(Board.build("train", 1).getAction(GatesAction.class).getGates())
                    .isEmpty();
        });
    }

    @Test
    void shouldEndAtOnceWhenTheBuildIsStopped() throws Throwable {
        jenkins.session(host -> {
            host.define("train", """
                    node {
                    if (currentBuild.number > 1) {
                        validateData(data: 'large.csv', schema: 's.yaml', profile: 'p.json', failures: 'f.csv')
                    }
                    }
                    """);
            Path workspace = host.home().resolve("workspace/train");
            large(Files.createDirectories(workspace));
            CompletableFuture<Void> build = CompletableFuture.runAsync(() -> run(host));
            eventually(() -> {
                assertThat(host.builds("train")).hasSize(2);
                assertThat(host.builds("train").getLast().log()).contains("[weir] reading ");
            });

            long stopped = System.nanoTime();
            host.abort("train", 2);

            assertThat(host.await("train", 2).result()).isEqualTo("ABORTED");
            assertThat(System.nanoTime() - stopped)
                    .as("nanoseconds until it ended")
                    .isLessThan(5_000_000_000L);
            build.join();
            assertThat(workspace.resolve("p.json")).doesNotExist();
            eventually(() -> assertThat(remains(workspace)).isEmpty());
        });
    }

    private static List<Path> remains(Path workspace) throws Exception {
        Path temporary = workspace.resolveSibling("train@tmp");
        if (!Files.exists(temporary)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> String.valueOf(file.getFileName()).startsWith("weir"))
                    .toList();
        }
    }

    private static void run(PipelineHost host) {
        try {
            host.build("train");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Enough for several seconds, with a check that keeps all keys. */
    private static void large(Path workspace) throws Exception {
        Files.writeString(
                workspace.resolve("s.yaml"), "weir_schema: 1\ncolumns: {a: {unique: true}, b: {unique: true}}\n");
        try (BufferedWriter out = Files.newBufferedWriter(workspace.resolve("large.csv"))) {
            out.write("a,b,c\n");
            for (int i = 0; i < 8_000_000; i++) {
                out.write(i + "," + (i * 7919L) + ",some text of row " + i + "\n");
            }
        }
    }
}
