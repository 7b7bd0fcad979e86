/** Subset: Symbols. */
@NullMarked
package org.jenkinsci;

import org.jspecify.annotations.NullMarked;
