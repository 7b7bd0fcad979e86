/** Subset: source control. The host has none. */
@NullMarked
package jenkins.scm.api;

import org.jspecify.annotations.NullMarked;
