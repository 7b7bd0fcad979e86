/** Subset: Listeners to the queue. */
@NullMarked
package hudson.model.queue;

import org.jspecify.annotations.NullMarked;
