/** Subset: Restricting web methods to HTTP methods. */
@NullMarked
package org.kohsuke.stapler.verb;

import org.jspecify.annotations.NullMarked;
