/** Subset: Credentials. */
@NullMarked
package com.cloudbees.plugins.credentials;

import org.jspecify.annotations.NullMarked;
