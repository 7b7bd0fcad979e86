package io.weir.elasticsearch.detector;

import io.weir.incident.Severity;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.elasticsearch.test.ESTestCase;

public class GroupReadingTests extends ESTestCase {
    private static final double GAP = Double.NaN;

    public void testShouldOpenOnlyAfterEnoughIntervalsInARow() {
        GroupReading reading = above(2, "ignore", 1, 200, 1, 200, 200, 200);

        Assertions.assertThat(opening(reading, 6)).containsExactly(false, false, false, false, true, true);
    }

    public void testShouldLookThroughGapsButNotJudgeThem() {
        GroupReading reading = above(2, "ignore", 200, GAP, 200, GAP);

        Assertions.assertThat(opening(reading, 4)).containsExactly(false, false, true, false);
        Assertions.assertThat(reading.troubleStart(2)).isZero();
    }

    public void testShouldHealOnlyAfterEnoughHealthyIntervals() {
        GroupReading reading = above(1, "ignore", 200, 1, GAP, 1, 1);

        Assertions.assertThat(reading.heals(1)).isFalse();
        Assertions.assertThat(reading.heals(2)).isFalse();
        Assertions.assertThat(reading.heals(3)).isTrue();
    }

    public void testShouldTakeSilenceForTroubleOrHealthIfToldSo() {
        Assertions.assertThat(above(2, "bad", GAP, GAP).opens(1)).isTrue();
        Assertions.assertThat(above(2, "healthy", 200, GAP, GAP).heals(2)).isTrue();
        Assertions.assertThat(above(2, "ignore", GAP, GAP).finding(1)).isEqualTo(Finding.UNKNOWN);
    }

    public void testShouldAskForEveryClauseIfToldTo() {
        String clause =
                "{\"name\": \"%s\", \"aggregation\": {\"max\": {\"field\": \"x\"}}, \"condition\": {\"threshold\": {\"above\": 100}}}";
        String definition =
                "{\"index\": [\"i\"], \"interval\": \"1s\", \"window\": \"10s\", \"match\": \"%s\", \"clauses\": ["
                        + clause.formatted("a") + "," + clause.formatted("b") + "]}";
        double[][] values = {{200, 200}, {1, 200}};
        GroupSeries series = new GroupSeries(Map.of(), values);

        GroupReading all = GroupReading.of(DefinitionParserTests.parse(definition.formatted("all")), series, 0);
        GroupReading any = GroupReading.of(DefinitionParserTests.parse(definition.formatted("any")), series, 0);

        Assertions.assertThat(opening(all, 2)).containsExactly(false, true);
        Assertions.assertThat(opening(any, 2)).containsExactly(true, true);
    }

    public void testShouldTellSeverityAndEvidenceOfTheTrouble() {
        GroupReading reading = above(1, "ignore", 1, 200, 300);

        Assertions.assertThat(reading.severity(2)).isEqualTo(Severity.HIGH);
        Assertions.assertThat(reading.evidence(0, 2))
                .extracting(piece -> piece.value())
                .containsExactly(200.0, 300.0);
        Assertions.assertThat(reading.evidence(0, 2).getLast().reason()).contains("300.0 is above 100.0");
    }

    private static boolean[] opening(GroupReading reading, int intervals) {
        boolean[] opening = new boolean[intervals];
        for (int i = 0; i < intervals; i++) {
            opening[i] = reading.opens(i);
        }
        return opening;
    }

    private static GroupReading above(int runs, String missing, double... values) {
        String definition = """
                {"index": ["i"], "interval": "1s", "window": "10s", "resolve_after": 2, "missing": "%s",
                 "clauses": [{"name": "a", "aggregation": {"max": {"field": "x"}},
                              "condition": {"threshold": {"above": 100}, "for": %s}}]}""".formatted(missing, runs);
        return GroupReading.of(
                DefinitionParserTests.parse(definition), new GroupSeries(Map.of(), new double[][] {values}), 0);
    }
}
