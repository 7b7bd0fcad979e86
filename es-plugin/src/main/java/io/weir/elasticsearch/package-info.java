/**
 * Weir inside Elasticsearch. Start at {@link io.weir.elasticsearch.WeirPlugin}, which lists the features; each has its own
 * package and registers itself through a {@link io.weir.elasticsearch.Registration}.
 *
 * <p>Statistics live in the shared model; nothing here computes any. Never depends on the Jenkins plugin.
 */
@NullMarked
package io.weir.elasticsearch;

import org.jspecify.annotations.NullMarked;
