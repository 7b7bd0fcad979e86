/**
 * Who may do what, and which jobs incidents may start. {@link io.weir.jenkins.access.WeirPermissions} is for people,
 * {@link io.weir.jenkins.access.StartRule} for jobs. Must not depend on any other package of the plugin.
 */
@NullMarked
package io.weir.jenkins.access;

import org.jspecify.annotations.NullMarked;
