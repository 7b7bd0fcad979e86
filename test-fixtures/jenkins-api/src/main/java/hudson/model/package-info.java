/** Subset: Jobs, builds, causes, parameters, the queue. */
@NullMarked
package hudson.model;

import org.jspecify.annotations.NullMarked;
