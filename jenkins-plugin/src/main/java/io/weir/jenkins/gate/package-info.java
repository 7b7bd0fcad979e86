/**
 * Gates of a build: what they decided, kept beside the build, on its page, and in Elasticsearch.
 *
 * <p>Start at {@link io.weir.jenkins.gate.GatesAction}. The steps that decide hand their results to it; it knows none of them.
 */
@NullMarked
package io.weir.jenkins.gate;

import org.jspecify.annotations.NullMarked;
