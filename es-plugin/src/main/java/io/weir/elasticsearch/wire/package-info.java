/** What aggregations of ours put in front of their bytes. Start at {@link io.weir.elasticsearch.wire.WireVersion}. */
@NullMarked
package io.weir.elasticsearch.wire;

import org.jspecify.annotations.NullMarked;
