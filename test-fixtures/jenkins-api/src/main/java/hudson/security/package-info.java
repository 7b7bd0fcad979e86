/** Subset: Permissions. */
@NullMarked
package hudson.security;

import org.jspecify.annotations.NullMarked;
