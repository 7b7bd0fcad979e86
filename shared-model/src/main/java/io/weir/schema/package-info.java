/**
 * What data is meant to look like: a {@link io.weir.schema.Schema} of columns and checks, readable YAML in a repository
 * ({@link io.weir.schema.SchemaYaml}), so that a change of what is expected is reviewed like code.
 *
 * <p>It says what is to hold and not how that is found out: checks are run by {@code io.weir.validation}. It knows nothing of
 * files or hosts.
 */
@NullMarked
package io.weir.schema;

import org.jspecify.annotations.NullMarked;
