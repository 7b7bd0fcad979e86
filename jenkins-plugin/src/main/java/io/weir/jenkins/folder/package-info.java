/**
 * What a folder may settle for the jobs in it, if the plugin cloudbees-folder is there. Start at
 * {@link io.weir.jenkins.folder.WeirFolderProperty}. Nothing else may depend on this package: without that plugin its
 * classes can't be loaded.
 */
@NullMarked
package io.weir.jenkins.folder;

import org.jspecify.annotations.NullMarked;
