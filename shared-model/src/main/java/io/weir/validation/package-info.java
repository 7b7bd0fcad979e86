/**
 * Runs the checks of a {@link io.weir.schema.Schema} over a table in one pass on all cores, and says of each whether it
 * holds: start with {@link io.weir.validation.Validation}. Every failing row is written to a file, with its row number,
 * column, value and rule; memory stays bounded whatever the rows.
 */
@NullMarked
package io.weir.validation;

import org.jspecify.annotations.NullMarked;
