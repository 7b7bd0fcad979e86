/**
 * Keeps incidents away from jobs of change requests, if the plugin scm-api is there. Nothing else may depend on this package:
 * without that plugin its classes can't be loaded.
 */
@NullMarked
package io.weir.jenkins.multibranch;

import org.jspecify.annotations.NullMarked;
