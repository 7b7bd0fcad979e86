/** Subset: Requests, answers and the binding of parameters. */
@NullMarked
package org.kohsuke.stapler;

import org.jspecify.annotations.NullMarked;
