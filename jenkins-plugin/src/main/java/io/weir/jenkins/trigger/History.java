package io.weir.jenkins.trigger;

import hudson.model.Job;
import io.weir.jenkins.delivery.JobDelivery;
import io.weir.jenkins.delivery.JobHistory;
import io.weir.jenkins.incident.Services;
import io.weir.jenkins.trigger.Ledger.Entry;
import java.io.IOException;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** Keeps what has become of deliveries with the jobs that they concerned. */
final class History {
    private static final Logger LOGGER = Logger.getLogger(History.class.getName());

    private final Clock clock;

    History(Clock clock) {
        this.clock = clock;
    }

    /** Notes one that is over. A note that can't be written is logged: it must not stop a remediation. */
    void add(Entry entry) {
        Job<?, ?> job = Jenkins.get().getItemByFullName(entry.assignment().job(), Job.class);
        if (job == null) {
            return;
        }
        String service = Services.of(entry.delivery().event().incident());
        try {
            JobHistory.add(
                    job.getRootDir().toPath(),
                    JobDelivery.of(entry.delivery(), entry.assignment(), service, clock.instant()));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "can't note what became of a delivery with " + job.getFullName());
        }
    }
}
