package io.weir.jenkins.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What Jenkinsfiles mean, apart from our steps: the file {@code language.txt} lists Jenkinsfiles with the result they come
 * to and lines of their log in order. Run on a real Jenkins this holds the Jenkinsfile host's idea of Pipeline against it.
 */
class LanguageScenarioTest {
    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    private record Expectation(String name, String jenkinsfile, String result, List<String> lines) {}

    @Test
    void shouldMeanTheSameOnEveryHost() throws Throwable {
        List<Expectation> all = expectations();
        SoftAssertions softly = new SoftAssertions();
        jenkins.session(host -> {
            for (Expectation one : all) {
                host.define(one.name(), one.jenkinsfile());
                Build build = host.await(one.name(), 1);
                softly.assertThat(build.result())
                        .as(one.name() + "\n" + build.log())
                        .isEqualTo(one.result());
                softly.assertThat(build.log()).as(one.name()).containsSubsequence(one.lines());
            }
        });
        softly.assertAll();
    }

    /** Sections begin with {@code ==== name => RESULT}, the log's lines follow {@code ----}. */
    private static List<Expectation> expectations() throws Exception {
        String text = new String(
                Objects.requireNonNull(LanguageScenarioTest.class.getResourceAsStream("language.txt"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        List<Expectation> all = new ArrayList<>();
        for (String section : text.split("(?m)^==== ")) {
            String[] parts = section.split("(?m)^----$", 2);
            if (parts.length == 2) {
                String[] head = parts[0].split("\n", 2);
                String[] title = head[0].split(" => ");
                List<String> lines =
                        parts[1].lines().filter(line -> !line.isBlank()).toList();
                all.add(new Expectation(title[0].strip(), head[1], title[1].strip(), lines));
            }
        }
        assertThat(all).isNotEmpty();
        return all;
    }
}
