/**
 * From an accepted delivery to builds. {@link io.weir.jenkins.trigger.IncidentTrigger} holds a job's settings,
 * {@link io.weir.jenkins.trigger.Planner} decides which jobs a delivery concerns and whether at once,
 * {@link io.weir.jenkins.trigger.Dispatcher} carries it out on one thread and writes every step down.
 */
@NullMarked
package io.weir.jenkins.trigger;

import org.jspecify.annotations.NullMarked;
