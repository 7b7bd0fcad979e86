/** Subset: Listeners to jobs and builds. */
@NullMarked
package hudson.model.listeners;

import org.jspecify.annotations.NullMarked;
