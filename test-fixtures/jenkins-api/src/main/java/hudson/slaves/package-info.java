/** Subset: agents. */
@NullMarked
package hudson.slaves;

import org.jspecify.annotations.NullMarked;
