package io.weir.jenkins.scenario;

import hudson.model.Job;
import hudson.model.Run;
import io.weir.jenkins.board.DeliveryRow;
import io.weir.jenkins.board.IncidentsAction;
import java.util.List;
import java.util.Objects;
import jenkins.model.Jenkins;

/** A job's page "Incidents", without its HTML. */
final class Board {
    private Board() {}

    /** The page, or null if the job has none. */
    static IncidentsAction of(String job) {
        return job(job).getAction(IncidentsAction.class);
    }

    /** State and reason of all that is open, newest first. */
    static List<String> open(String job) {
        return of(job).getOpen().stream().map(Board::text).toList();
    }

    /** The same of what is over. */
    static List<String> over(String job) {
        return of(job).getOver().stream().map(Board::text).toList();
    }

    static Run<?, ?> build(String job, int number) {
        return Objects.requireNonNull(job(job).getBuildByNumber(number));
    }

    private static Job<?, ?> job(String name) {
        return Objects.requireNonNull(Jenkins.get().getItemByFullName(name, Job.class), name);
    }

    private static String text(DeliveryRow row) {
        return (row.getId() + " " + row.getState() + " " + row.getReason()).strip();
    }
}
