/** Subset: Secret texts as credentials. */
@NullMarked
package org.jenkinsci.plugins.plaincredentials;

import org.jspecify.annotations.NullMarked;
