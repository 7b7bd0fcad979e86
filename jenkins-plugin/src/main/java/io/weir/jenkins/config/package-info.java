/** Settings of this Jenkins for Weir, under Manage Jenkins » System and in configuration as code under {@code unclassified.weir}. */
@NullMarked
package io.weir.jenkins.config;

import org.jspecify.annotations.NullMarked;
