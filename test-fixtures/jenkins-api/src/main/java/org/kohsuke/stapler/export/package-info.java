/** Subset: The remote API. */
@NullMarked
package org.kohsuke.stapler.export;

import org.jspecify.annotations.NullMarked;
