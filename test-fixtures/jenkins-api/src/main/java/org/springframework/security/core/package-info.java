/** Subset: Who somebody is. */
@NullMarked
package org.springframework.security.core;

import org.jspecify.annotations.NullMarked;
