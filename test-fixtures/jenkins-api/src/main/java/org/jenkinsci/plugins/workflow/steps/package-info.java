/** Subset: Pipeline steps. */
@NullMarked
package org.jenkinsci.plugins.workflow.steps;

import org.jspecify.annotations.NullMarked;
