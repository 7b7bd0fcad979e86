/** Subset: channels between machines. */
@NullMarked
package hudson.remoting;

import org.jspecify.annotations.NullMarked;
