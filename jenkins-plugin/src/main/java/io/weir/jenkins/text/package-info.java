/** Patterns and durations as people write them in settings. */
@NullMarked
package io.weir.jenkins.text;

import org.jspecify.annotations.NullMarked;
