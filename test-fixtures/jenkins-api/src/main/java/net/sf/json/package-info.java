/** Subset: Submitted forms. */
@NullMarked
package net.sf.json;

import org.jspecify.annotations.NullMarked;
