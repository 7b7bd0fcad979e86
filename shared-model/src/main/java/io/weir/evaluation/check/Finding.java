package io.weir.evaluation.check;

import io.weir.evaluation.verdict.Verdict;

/**
 * What a check of the data or of the model's behaviour found.
 *
 * @param check its id, such as {@code label_leak} or {@code train_test_overlap}
 * @param subject the column or file that it is about
 * @param value the check's number, such as an AUC or a share of rows; NaN if it has none
 * @param verdict whether that is acceptable
 * @param reason a sentence
 */
public record Finding(String check, String subject, double value, Verdict verdict, String reason) {}
