package io.weir.jenkins.gate;

import hudson.model.Run;
import io.weir.gate.GateData;
import io.weir.gate.GateJson;
import io.weir.gate.GateReference;
import io.weir.gate.GateResult;
import io.weir.gate.GateVerdict;
import io.weir.jenkins.access.Provenance;
import io.weir.jenkins.report.Sent;
import io.weir.jenkins.report.Target;
import io.weir.jenkins.shipment.LineageServer;
import io.weir.jenkins.shipment.Shipment;
import io.weir.jenkins.shipment.ShipmentQueue;
import io.weir.json.StrictJson;
import io.weir.lineage.LineageEvent;
import io.weir.lineage.LineageJson;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sends a gate's result, and the profile that it took, to the Elasticsearch of the job. Nothing here decides: what can't be
 * sent is said in the build's log, tried again in the background, and otherwise of no consequence.
 *
 * <p>Not sent are profiles of data that failed, which would become the newest version that others compare with, and anything of
 * a change request, whose files anybody may have written.
 */
public final class GatePublisher {
    private static final int SHORT = 12;

    private final Run<?, ?> build;
    private final PrintStream log;
    private final String scope;

    /** For a build, with its log. */
    public GatePublisher(Run<?, ?> build, PrintStream log) {
        this.build = build;
        this.log = log;
        this.scope = Target.of(build.getParent());
    }

    /** Whether anything of this build is sent; if not, the log says why. */
    public boolean mayPublish() {
        if (Provenance.untrusted(build.getParent())) {
            log.println("[weir] nothing is sent to Elasticsearch: this job builds a change request,"
                    + " whose files may come from anybody");
            return false;
        }
        if (!Target.exists(scope)) {
            log.println("[weir] nothing is sent to Elasticsearch: no URL is configured");
            return false;
        }
        return true;
    }

    /**
     * Sends the profile of a gate that did not fail.
     *
     * @param name of the data set
     * @return where it is, or will be as soon as Elasticsearch answers; null if it is not sent
     */
    public @Nullable GateReference profile(String name, GateResult result, byte[] profile) {
        if (result.verdict() == GateVerdict.FAILED) {
            log.println("[weir] the profile is not sent to Elasticsearch: data that failed are nobody's baseline");
            return null;
        }
        String version = build.getNumber() + "-" + result.id().substring(0, SHORT);
        String path = "/_weir/profiles/" + name + "/" + version + "?build=" + encoded(buildOf(result))
                + digest(result.data());
        boolean on = send(result.id() + "-profile", "profile " + name + "@" + version, path, profile);
        GateData data = result.data();
        return on
                ? new GateReference(
                        GateReference.ELASTICSEARCH, name + "@" + version, null, data == null ? 0 : data.rows())
                : null;
    }

    /** Sends the result. */
    public void result(GateResult result) {
        send(
                result.id() + "-gate",
                result.gate() + " of " + result.subject(),
                "/_weir/gates/" + result.id(),
                GateJson.write(result));
    }

    /** Sends a run's events to the lineage server, if there is one. */
    public void lineage(String id, List<LineageEvent> events) {
        if (Provenance.untrusted(build.getParent())) {
            log.println("[weir] nothing is sent to " + LineageServer.NAME + ": this job builds a change request,"
                    + " whose files may come from anybody");
            return;
        }
        for (LineageEvent event : events) {
            String type = event.type().name();
            send(
                    LineageServer.NAME,
                    Shipment.ofLineage(
                            id + "-" + type.toLowerCase(Locale.ROOT),
                            type + " of " + event.job() + " " + event.run(),
                            Instant.now()),
                    StrictJson.write(LineageJson.write(event)));
        }
    }

    private boolean send(String id, String what, String path, byte[] body) {
        return send("Elasticsearch", Shipment.of(id, scope, what, path, Instant.now()), body);
    }

    private boolean send(String server, Shipment shipment, byte[] body) {
        String what = shipment.what();
        try {
            Sent sent = ShipmentQueue.get().send(shipment, body);
            switch (sent.verdict()) {
                case ARRIVED -> log.println("[weir] sent to " + server + ": " + what);
                case TRY_AGAIN ->
                    log.println("[weir] not sent to " + server + " yet, will be tried again: " + what + " ("
                            + line(sent.reason()) + ")");
                case REFUSED -> log.println("[weir] " + server + " does not take " + what + ": " + line(sent.reason()));
            }
            return sent.verdict() != Sent.Verdict.REFUSED;
        } catch (IOException | RuntimeException e) {
            log.println("[weir] can't be sent to " + server + ": " + what + " (" + line(String.valueOf(e)) + ")");
            return false;
        }
    }

    private static String buildOf(GateResult result) {
        return result.build().url() != null
                ? result.build().url()
                : result.build().job() + " #" + result.build().number();
    }

    private static String digest(@Nullable GateData data) {
        return data == null || data.digest() == null ? "" : "&data_digest=" + encoded(data.digest());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
