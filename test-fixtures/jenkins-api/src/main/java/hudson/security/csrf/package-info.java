/** Subset: Protection against forged requests. */
@NullMarked
package hudson.security.csrf;

import org.jspecify.annotations.NullMarked;
