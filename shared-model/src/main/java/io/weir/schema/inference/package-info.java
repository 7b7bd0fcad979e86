/**
 * A first schema from what a table looks like: {@link io.weir.schema.inference.SchemaInference}. It is a draft for people to
 * correct, in the repository, like code; so it claims only what the profile shows, and leaves room for what has not come yet.
 */
@NullMarked
package io.weir.schema.inference;

import org.jspecify.annotations.NullMarked;
