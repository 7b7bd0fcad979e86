/**
 * Profiles of data sets in their index, under names, versions and aliases.
 *
 * <p>Start at {@link io.weir.elasticsearch.profile.ProfileActions}, which lists what can be asked. What is stored never
 * changes: whoever compares with {@code churn-train@v3} compares with the same data for ever. What a profile is and says is the
 * library's business ({@code io.weir.profile}).
 */
@NullMarked
package io.weir.elasticsearch.profile;

import org.jspecify.annotations.NullMarked;
