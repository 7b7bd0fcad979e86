/**
 * Files that outlive a crash. {@link io.weir.jenkins.storage.DurableFile} replaces one as a whole;
 * {@link io.weir.jenkins.storage.AuditLog} appends what happened. Everything lies below {@code weir/} in Jenkins' home and
 * is JSON, so that it can be read without the plugin.
 */
@NullMarked
package io.weir.jenkins.storage;

import org.jspecify.annotations.NullMarked;
