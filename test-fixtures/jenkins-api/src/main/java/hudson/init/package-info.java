/** Subset: What happens while the controller starts. */
@NullMarked
package hudson.init;

import org.jspecify.annotations.NullMarked;
