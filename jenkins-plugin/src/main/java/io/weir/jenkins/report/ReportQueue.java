package io.weir.jenkins.report;

import hudson.Extension;
import hudson.ExtensionList;
import io.weir.jenkins.storage.AuditLog;
import io.weir.jenkins.storage.WeirHome;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reports that have not arrived yet. {@link #add} returns when the report is on disk; a thread of its own sends them, in
 * order for each incident, again and again with growing pauses, also after a restart. Thread-safe.
 */
@Extension
public final class ReportQueue {
    private static final Logger LOGGER = Logger.getLogger(ReportQueue.class.getName());

    private final ReportStore store;
    private final ReportSender sender;
    private final Map<String, Report> open = new LinkedHashMap<>();
    private boolean loaded;

    /** In Jenkins' home. */
    public ReportQueue() {
        this.store = new ReportStore(WeirHome.directory("reports"));
        this.sender = new ReportSender(this, Clock.systemUTC());
    }

    /** The one of this Jenkins. */
    public static ReportQueue get() {
        return ExtensionList.lookupSingleton(ReportQueue.class);
    }

    /** Takes a report over. Without an Elasticsearch URL it is only audited. */
    public void add(Report report) throws IOException {
        if (!Target.exists(report.scope())) {
            audit("report.unsent", report, "no Elasticsearch URL is configured");
            return;
        }
        synchronized (this) {
            load();
            store.put(report);
            open.put(report.id(), report);
        }
        audit("report.queued", report, "");
        sender.wake();
    }

    /** Starts to send what is left from before a restart. */
    public void start() {
        sender.wake();
    }

    /** Stops sending. */
    public void stop() {
        sender.stop();
    }

    /** A folder has another name: its reports still go to its server. */
    public synchronized void renamed(String oldScope, String newScope) throws IOException {
        load();
        for (Report report : List.copyOf(open.values())) {
            if (report.scope().equals(oldScope)) {
                Report moved = report.ofScope(newScope);
                store.put(moved);
                open.put(moved.id(), moved);
            }
        }
    }

    /** How many have not arrived yet. */
    public synchronized int size() throws IOException {
        load();
        return open.size();
    }

    /** The oldest report of each incident, for each server that hears of it. */
    synchronized List<Report> heads() throws IOException {
        load();
        Set<String> incidents = new HashSet<>();
        List<Report> heads = new ArrayList<>();
        for (Report report : open.values()) {
            if (incidents.add(report.scope() + '\n' + report.incidentId())) {
                heads.add(report);
            }
        }
        return heads;
    }

    void arrived(Report report) throws IOException {
        forget(report);
        store.remove(report);
        audit("report.sent", report, "");
    }

    void failed(Report later, String why) throws IOException {
        synchronized (this) {
            Report known = open.get(later.id());
            Report kept = known == null ? later : later.ofScope(known.scope());
            store.put(kept);
            open.replace(kept.id(), kept);
        }
        LOGGER.log(Level.INFO, "report {0} for incident {1} not sent, next attempt at {2}: {3}", new Object[] {
            later.id(), later.incidentId(), later.notBefore(), why
        });
    }

    void givenUp(Report report, String why) throws IOException {
        forget(report);
        store.park(report);
        audit("report.parked", report, why);
        LOGGER.log(Level.WARNING, "report {0} for incident {1} was given up: {2}", new Object[] {
            report.id(), report.incidentId(), why
        });
    }

    private synchronized void forget(Report report) {
        open.remove(report.id());
    }

    private void load() throws IOException {
        if (!loaded) {
            for (Report report : store.open()) {
                open.put(report.id(), report);
            }
            loaded = true;
        }
    }

    private static void audit(String event, Report report, String why) {
        AuditLog.get()
                .add(
                        event,
                        Map.of(
                                "report", report.id(),
                                "incident", report.incidentId(),
                                "outcome", report.outcome().id(),
                                "by", report.by(),
                                "reason", why));
    }
}
