package io.weir.evaluation.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.explain.ImportanceComparison.Change;
import io.weir.evaluation.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportanceComparisonTest {
    private static List<Importance> importances(String method, double... values) {
        List<Importance> importances = new ArrayList<>();
        for (double value : values) {
            importances.add(Importance.of(method, null, "f" + importances.size(), value, 0.03));
        }
        return importances;
    }

    @Test
    void shouldCorrelateRanksWithTies() {
        ImportanceComparison comparison = ImportanceComparison.of(
                importances("permutation", 0.4, 0.2, 0.2, 0.1, 0), importances("permutation", 0.5, 0.1, 0.3, 0.1, 0.2));

        // scipy.stats.spearmanr([.4, .2, .2, .1, 0], [.5, .1, .3, .1, .2])
        assertThat(comparison.rankCorrelation()).isCloseTo(0.5526315789473686, within(1e-12));
        assertThat(comparison.importances().getFirst().baseline()).isEqualTo(0.5);
        assertThat(comparison.finding(0.5).verdict()).isEqualTo(Verdict.PASS);
        assertThat(comparison.finding(0.6).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void shouldListTheLargestChangesFirst() {
        ImportanceComparison comparison = ImportanceComparison.of(
                importances("permutation", 0.4, 0.2, 0.1), importances("permutation", 0.3, 0.5, 0.15));

        assertThat(comparison.changes()).extracting(Change::feature).containsExactly("f1", "f0", "f2");
        assertThat(comparison.changes().getFirst().difference()).isCloseTo(-0.3, within(1e-12));
        assertThat(comparison.changes().getFirst().deviation()).isCloseTo(0.03 * Math.sqrt(2), within(1e-12));
        assertThat(comparison.finding(-1).reason()).contains("largest changes: f1 -0.3 ± 0.04243, f0 +0.1 ± 0.04243");
    }

    @Test
    void shouldCompareOneMethodOnly() {
        List<Importance> baseline = new ArrayList<>(importances("shapley", 9, 9, 9));
        baseline.addAll(importances("permutation", 3, 2, 1));

        ImportanceComparison comparison = ImportanceComparison.of(importances("permutation", 3, 2, 1), baseline);

        assertThat(comparison.rankCorrelation()).isEqualTo(1);
        assertThat(comparison.changes())
                .allSatisfy(change -> assertThat(change.difference()).isZero());
    }

    @Test
    void shouldNotCompareLossesOfDifferentMetrics() {
        List<Importance> model = List.of(Importance.of("permutation", "roc_auc", "a", 0.1, 0.01));
        List<Importance> baseline = List.of(Importance.of("permutation", "rmse", "a", 7, 0.5));

        ImportanceComparison comparison = ImportanceComparison.of(model, baseline);

        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.importances().getFirst().baseline()).isNaN();
    }

    @Test
    void shouldSayThatTwoFeaturesHaveNoOrderWorthTheName() {
        ImportanceComparison comparison =
                ImportanceComparison.of(importances("shapley", 2, 1), importances("shapley", 1, 2));

        assertThat(comparison.rankCorrelation()).isNaN();
        assertThat(comparison.finding(0.8).verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(comparison.finding(-1).verdict()).isEqualTo(Verdict.PASS);
    }
}
