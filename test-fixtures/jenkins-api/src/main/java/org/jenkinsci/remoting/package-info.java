/** Subset: what may go to other machines. */
@NullMarked
package org.jenkinsci.remoting;

import org.jspecify.annotations.NullMarked;
