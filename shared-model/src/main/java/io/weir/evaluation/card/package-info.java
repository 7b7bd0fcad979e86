/**
 * A model card written from a result, as Markdown and as HTML (after Mitchell et al., "Model Cards for Model Reporting", FAT*
 * 2019).
 *
 * <p>Start at {@link io.weir.evaluation.card.ModelCard}. Everything that came from outside is escaped.
 */
@NullMarked
package io.weir.evaluation.card;

import org.jspecify.annotations.NullMarked;
