/** Subset: folders. The host has none. */
@NullMarked
package com.cloudbees.hudson.plugins.folder;

import org.jspecify.annotations.NullMarked;
