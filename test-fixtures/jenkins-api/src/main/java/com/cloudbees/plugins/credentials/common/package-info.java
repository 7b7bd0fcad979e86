/** Subset: Kinds of credentials. */
@NullMarked
package com.cloudbees.plugins.credentials.common;

import org.jspecify.annotations.NullMarked;
