/** Subset: The controller and its configuration. */
@NullMarked
package jenkins.model;

import org.jspecify.annotations.NullMarked;
