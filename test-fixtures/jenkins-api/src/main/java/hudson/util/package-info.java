/** Subset: Secrets and form fields. */
@NullMarked
package hudson.util;

import org.jspecify.annotations.NullMarked;
