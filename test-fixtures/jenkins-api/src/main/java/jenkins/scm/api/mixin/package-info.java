/** Subset: kinds of heads. */
@NullMarked
package jenkins.scm.api.mixin;

import org.jspecify.annotations.NullMarked;
