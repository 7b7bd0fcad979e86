/** Subset: Shared threads. */
@NullMarked
package jenkins.util;

import org.jspecify.annotations.NullMarked;
