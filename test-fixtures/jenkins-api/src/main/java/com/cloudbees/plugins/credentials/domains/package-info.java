/** Subset: What credentials are for. */
@NullMarked
package com.cloudbees.plugins.credentials.domains;

import org.jspecify.annotations.NullMarked;
