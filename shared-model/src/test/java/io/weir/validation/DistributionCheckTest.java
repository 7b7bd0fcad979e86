package io.weir.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.json.InvalidJsonException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionCheckTest {
    private static final String DATA = "c,n\n" + "a,0.5\n".repeat(60) + "b,1.5\n".repeat(30) + "z,7\n".repeat(10);

    @TempDir
    private Path folder;

    /** Values worked out by hand from shares .6, .3 and .1. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "l_infinity; 0.1",
                "total_variation; 0.1",
                "kl_from_expected; 0.02309",
                "chi_square_p; 0.1054",
                "js_distance; 0.0919"
            })
    void shouldMeasureShares(String measure, double expected) throws IOException {
        CheckResult result =
                check("c: {distribution: {measure: " + measure + ", shares: {a: 0.5, b: 0.4}, other: 0.1, max: 1}}");
        assertThat(Double.parseDouble(String.valueOf(result.observed()))).isBetween(expected - 5e-4, expected + 5e-4);
    }

    @Test
    void shouldCountNumbersBetweenEdges() throws IOException {
        CheckResult result = check(
                "n: {distribution: {measure: total_variation, edges: [0, 1, 2], weights: [0, 0.6, 0.3, 0.1], max: 0}}");
        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void shouldTestAgainstAKnownDistribution() throws IOException {
        CheckResult result = check(
                "n: {distribution: {measure: ks_p, family: uniform," + " parameters: {min: 0, max: 10}, min: 0.05}}");
        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void shouldBeInfinitelyFarFromWhatIsNotExpectedAtAll() throws IOException {
        CheckResult result =
                check("c: {distribution: {measure: kl_from_expected, shares: {a: 0.6, b: 0.4}, max: 100}}");
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "measure: ks_p, shares: {a: 1}, min: 0; ks_p is for a known distribution",
                "measure: psi, shares: {a: 1}, max: 0; must be one of l_infinity",
                "measure: l_infinity, shares: {a: 0.5}, max: 0; must sum to 1",
                "measure: l_infinity, max: 0; exactly one",
                "measure: l_infinity, edges: [1, 1], weights: [0.5, 0, 0.5], max: 0; edges must ascend",
                "measure: l_infinity, edges: [1, 2], weights: [1], max: 0; one share more",
                "measure: ks_p, family: normal, parameters: {mean: 0}, min: 0; must have mean, stddev",
                "measure: ks_p, family: gamma, parameters: {shape: 1, location: 0, scale: 0}, min: 0; must be above 0",
                "measure: l_infinity, shares: {a: 1}, max: 0, bins: 3; bins is unknown"
            })
    void shouldRefuseWhatMakesNoSense(String rule, String message) {
        assertThatThrownBy(() -> check("c: {distribution: {" + rule + "}}"))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining(message);
    }

    private CheckResult check(String column) throws IOException {
        ValidationResult result = Trial.in(folder)
                .write("rows.csv", DATA)
                .run("columns: {" + column + "}\nunknown_columns: info", "rows.csv");
        return Trial.named(result, column.substring(0, 1) + ".distribution");
    }
}
