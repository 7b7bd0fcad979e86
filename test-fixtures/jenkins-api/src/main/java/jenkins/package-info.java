/** Subset: work for agents. */
@NullMarked
package jenkins;

import org.jspecify.annotations.NullMarked;
