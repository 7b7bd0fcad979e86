/**
 * The one class that must live under a name the server chose: its console loader.
 *
 * <p>Packed into a jar of its own for each node by {@code io.weir.fixtures.elasticsearch}; nothing else uses it.
 */
@NullMarked
package org.elasticsearch.io.ansi;

import org.jspecify.annotations.NullMarked;
