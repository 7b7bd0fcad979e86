package io.weir.evaluation.fairness;

import io.weir.evaluation.verdict.Verdict;

/**
 * What came of one rule: the worst of all groups.
 *
 * @param reason a sentence about the group that decided
 */
public record FairnessVerdict(FairnessRule rule, Verdict verdict, String reason) {}
