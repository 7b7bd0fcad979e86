package io.weir.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.StrictJson;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Gate results as JSON, both ways. Layout and limits: {@code docs/contracts/gate.schema.json}; this package and that file
 * change together, and a test holds one against the other.
 */
public final class GateJson {
    /** Version of the layout. */
    public static final int VERSION = 1;

    /** Most findings in a document; those that failed come first, and {@code findings_omitted} counts the others. */
    public static final int MAX_FINDINGS = 200;

    /** What the document says it is. */
    public static final String KIND = "weir.gate";

    /** Most metrics in a document. */
    static final int MAX_METRICS = 64;

    static final int MAX_NAME = 300;
    static final int MAX_REASON = 2_000;
    static final int MAX_FINDING = 500;
    static final int MAX_URL = 2_000;

    private GateJson() {}

    /** The result as UTF-8 bytes; at most 300 KB, unless names are full of escapes. */
    public static byte[] write(GateResult result) {
        return StrictJson.write(toNode(result));
    }

    /** The result as a tree. */
    public static ObjectNode toNode(GateResult result) {
        ObjectNode node = StrictJson.object();
        node.put("kind", KIND)
                .put("version", VERSION)
                .put("id", result.id())
                .put("gate", result.gate())
                .put("subject", clipped(result.subject(), MAX_NAME))
                .put("verdict", result.verdict().id())
                .put("reason", clipped(result.reason(), MAX_REASON))
                .put("started_at", result.startedAt().toString())
                .put("duration_ms", result.durationMillis());
        build(node.putObject("build"), result.build());
        if (result.data() != null) {
            GateParts.write(node.putObject("data"), result.data());
        }
        reference(node, "profile", result.profile());
        reference(node, "baseline", result.baseline());
        GateCounts counts = result.counts();
        node.putObject("counts")
                .put("passed", counts.passed())
                .put("failed", counts.failed())
                .put("warned", counts.warned())
                .put("undecided", counts.undecided());
        metrics(node, result);
        findings(node, result);
        return node;
    }

    /**
     * Reads a result and checks it against the layout.
     *
     * @throws io.weir.json.InvalidJsonException naming the field, the value and what is allowed
     */
    public static GateResult read(byte[] document) {
        return read(StrictJson.parseObject(document, "gate result"));
    }

    /** As {@link #read(byte[])}, from what is parsed already. */
    public static GateResult read(ObjectNode document) {
        return GateReader.read(document);
    }

    private static void build(ObjectNode node, GateBuild build) {
        node.put("job", clipped(build.job(), MAX_NAME)).put("number", build.number());
        if (build.url() != null && build.url().length() <= MAX_URL) {
            node.put("url", build.url());
        }
    }

    private static void reference(ObjectNode node, String field, @Nullable GateReference reference) {
        if (reference != null) {
            GateParts.write(node.putObject(field), reference);
        }
    }

    private static void metrics(ObjectNode node, GateResult result) {
        if (result.metrics().isEmpty()) {
            return;
        }
        ArrayNode array = node.putArray("metrics");
        result.metrics().stream().limit(MAX_METRICS).forEach(metric -> GateParts.write(array.addObject(), metric));
    }

    private static void findings(ObjectNode node, GateResult result) {
        ArrayNode array = node.putArray("findings");
        result.findings().stream()
                .sorted(Comparator.comparing(GateFinding::outcome).thenComparing(GateFinding::gravity))
                .limit(MAX_FINDINGS)
                .forEach(finding -> {
                    ObjectNode one = array.addObject()
                            .put("kind", finding.kind())
                            .put("name", clipped(finding.name(), MAX_NAME));
                    if (finding.column() != null) {
                        one.put("column", clipped(finding.column(), MAX_NAME));
                    }
                    one.put("severity", finding.gravity().id())
                            .put("outcome", finding.outcome().id())
                            .put("reason", clipped(finding.reason(), MAX_FINDING));
                });
        node.put(
                "findings_omitted", result.findingsOmitted() + result.findings().size() - array.size());
    }

    static String clipped(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
