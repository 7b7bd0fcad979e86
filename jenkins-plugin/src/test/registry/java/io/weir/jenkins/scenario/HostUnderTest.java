package io.weir.jenkins.scenario;

import io.weir.fixtures.jenkins.BuildResult;
import io.weir.fixtures.jenkins.JenkinsfileHost;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The Jenkinsfile host: its home lives as long as one test, each session starts and stops it. */
public final class HostUnderTest implements BeforeEachCallback, AfterEachCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Path home;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        home = Files.createTempDirectory("weir-jenkinsfile-host-");
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Starts the host on the test's home, lets the session happen, and stops it. */
    public void session(Session session) throws Throwable {
        try (JenkinsfileHost host = JenkinsfileHost.builder().home(home).build()) {
            session.on(new Adapter(host, home));
        }
    }

    private record Adapter(JenkinsfileHost host, Path home) implements PipelineHost {
        @Override
        public URI url() {
            return host.url();
        }

        @Override
        public void define(String job, String jenkinsfile) {
            host.defineJob(job, jenkinsfile);
            host.build(job);
        }

        @Override
        public void build(String job) {
            host.build(job);
        }

        @Override
        public List<Build> builds(String job) {
            return host.builds(job).stream().map(Adapter::build).toList();
        }

        @Override
        public Build await(String job, int number) {
            return build(host.awaitBuild(job, number, PATIENCE));
        }

        @Override
        public void abort(String job, int number) {
            host.abort(job, number);
        }

        private static Build build(BuildResult result) {
            return new Build(result.number(), result.result(), result.log());
        }
    }
}
