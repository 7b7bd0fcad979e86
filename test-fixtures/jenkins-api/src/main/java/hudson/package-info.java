/** Subset: Extensions and what they need. */
@NullMarked
package hudson;

import org.jspecify.annotations.NullMarked;
