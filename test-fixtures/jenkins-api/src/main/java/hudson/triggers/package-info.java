/** Subset: What starts builds. */
@NullMarked
package hudson.triggers;

import org.jspecify.annotations.NullMarked;
