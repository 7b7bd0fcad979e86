/**
 * What a data set looks like, in a few kilobytes a column: {@link io.weir.profile.Profiler} reads a table once, on all cores,
 * and makes a {@link io.weir.profile.DatasetProfile}. Profiles of parts merge to that of the whole within the sketches' stated
 * errors, and are stored as JSON or in a binary form, both with a version.
 *
 * <p>Knows tables and sketches, not what is right or wrong with the data: that is for the packages that use it.
 */
@NullMarked
package io.weir.profile;

import org.jspecify.annotations.NullMarked;
