package io.weir.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.schema.Gravity;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads gate results, strictly: they come from machines that are not trusted. */
final class GateReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern GATE = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"']+");

    private GateReader() {}

    static GateResult read(ObjectNode document) {
        JsonFields fields = new JsonFields(document, "");
        fields.parsed("kind", 40, form(Pattern.compile(Pattern.quote(GateJson.KIND)), "'" + GateJson.KIND + "'"));
        fields.integer("version", GateJson.VERSION, GateJson.VERSION);
        List<GateFinding> findings = fields.objects("findings", GateJson.MAX_FINDINGS, GateReader::finding);
        GateResult result = new GateResult(
                fields.parsed("id", 128, form(ID, "1 to 128 characters of A-Z a-z 0-9 . _ -")),
                fields.parsed("gate", 40, form(GATE, "the name of a step, such as validateData")),
                fields.text("subject", GateJson.MAX_NAME),
                fields.parsed("verdict", 40, GateVerdict::of),
                fields.text("reason", GateJson.MAX_REASON),
                fields.instant("started_at"),
                fields.integer("duration_ms", 0, Long.MAX_VALUE),
                build(fields.object("build")),
                fields.has("data") ? GateParts.data(fields.object("data")) : null,
                reference(fields, "profile"),
                reference(fields, "baseline"),
                counts(fields.object("counts")),
                fields.has("metrics") ? fields.objects("metrics", GateJson.MAX_METRICS, GateParts::metric) : List.of(),
                findings,
                fields.integer("findings_omitted", 0, Long.MAX_VALUE));
        fields.end();
        return consistent(result);
    }

    /** The counts are of all findings, so each is at least what is listed of it. */
    private static GateResult consistent(GateResult result) {
        GateCounts listed = GateCounts.of(result.findings());
        GateCounts said = result.counts();
        if (listed.passed() > said.passed()
                || listed.failed() > said.failed()
                || listed.warned() > said.warned()
                || listed.undecided() > said.undecided()) {
            throw new InvalidJsonException("counts are " + said + ", but more are listed: " + listed);
        }
        return result;
    }

    private static GateBuild build(JsonFields fields) {
        GateBuild build = new GateBuild(
                fields.text("job", GateJson.MAX_NAME),
                fields.integer("number", 1, Long.MAX_VALUE),
                fields.has("url")
                        ? fields.parsed("url", GateJson.MAX_URL, form(URL, "an http or https address"))
                        : null);
        fields.end();
        return build;
    }

    private static @Nullable GateReference reference(JsonFields fields, String name) {
        return fields.has(name) ? GateParts.reference(fields.object(name)) : null;
    }

    private static GateCounts counts(JsonFields fields) {
        GateCounts counts = new GateCounts(
                fields.integer("passed", 0, Integer.MAX_VALUE),
                fields.integer("failed", 0, Integer.MAX_VALUE),
                fields.integer("warned", 0, Integer.MAX_VALUE),
                fields.integer("undecided", 0, Integer.MAX_VALUE));
        fields.end();
        return counts;
    }

    private static GateFinding finding(JsonFields fields) {
        return new GateFinding(
                fields.parsed("kind", 40, form(WORD, "a word in lower case, such as check")),
                fields.text("name", GateJson.MAX_NAME),
                fields.optionalText("column", GateJson.MAX_NAME),
                fields.parsed("severity", 20, Gravity::of),
                fields.parsed("outcome", 20, FindingOutcome::of),
                fields.text("reason", GateJson.MAX_FINDING));
    }

    static Function<String, String> form(Pattern pattern, String allowed) {
        return text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException("'" + text + "' is not allowed; must be " + allowed);
            }
            return text;
        };
    }
}
