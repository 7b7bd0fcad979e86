/**
 * Weir's own documents: which indices there are, how they are read and written, and as whom.
 *
 * <p>Start at {@link io.weir.elasticsearch.store.Documents}. Calls block, so they belong on Weir's own thread pools.
 */
@NullMarked
package io.weir.elasticsearch.store;

import org.jspecify.annotations.NullMarked;
