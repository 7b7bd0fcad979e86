/**
 * The page "Incidents" of a job: what incidents have brought to it, what waits, and what people may do about that. Start at
 * {@link io.weir.jenkins.board.IncidentsAction}.
 */
@NullMarked
package io.weir.jenkins.board;

import org.jspecify.annotations.NullMarked;
