/**
 * Has a data set drifted from its reference? {@link io.weir.drift.DriftJudge} answers for columns of numbers and categories with
 * a {@link io.weir.drift.DriftReport}: <i>drifted</i>, <i>stable</i> or <i>insufficient evidence</i>, each with the sentence
 * that says why. Start there, or with {@link io.weir.drift.ProfileDrift} for profiles of data sets.
 *
 * <p>The judge works on the small interfaces of {@code io.weir.drift.distance}, so profiles, sketches inside of Elasticsearch
 * and arrays are judged by the same code. Reports cross machines as JSON ({@link io.weir.drift.DriftReportJson}); layout and
 * limits in {@code docs/contracts/drift-report.schema.json}.
 */
@NullMarked
package io.weir.drift;

import org.jspecify.annotations.NullMarked;
