/**
 * Tasks that the cluster keeps running on one node, and moves when that node dies. Start at
 * {@link io.weir.elasticsearch.task.LoopTask}; {@link io.weir.elasticsearch.task.Tasks} starts and removes them.
 */
@NullMarked
package io.weir.elasticsearch.task;

import org.jspecify.annotations.NullMarked;
