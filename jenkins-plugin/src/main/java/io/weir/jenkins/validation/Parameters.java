package io.weir.jenkins.validation;

import io.weir.drift.DriftSettings;
import io.weir.drift.DriftSettingsReader;
import io.weir.gate.GateRule;
import io.weir.gate.data.DataGateSettings;
import io.weir.gate.data.LineageRun;
import io.weir.jenkins.text.Patterns;
import io.weir.json.JsonFields;
import io.weir.json.PlainJson;
import io.weir.json.StrictJson;
import io.weir.schema.Gravity;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a Jenkinsfile said, as texts only, because it is kept with a running build and goes to the agent. {@link #check} and the
 * other methods read it, and name the parameter, the value and what is allowed if it can't be read.
 */
final class Parameters implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MAX_TEXT = 1_000;
    private static final int MAX_COLUMNS = 1_000;
    /** A name under which Elasticsearch keeps profiles. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final String IGNORE = "ignore";
    private static final String SEVERITY = "severity";

    final String data;
    final String schema;
    final String environment;
    final String name;
    final String baseline;
    final boolean requireBaseline;
    final String masked;
    final boolean digest;
    final String failOn;
    final String unstableOn;
    final String insufficientEvidence;
    final String profile;
    final String failures;
    final String report;
    final String inferredSchema;
    final String lineage;

    /** JSON. */
    private final String drift;

    Parameters(ValidateDataStep step) {
        data = step.getData();
        schema = step.getSchema();
        environment = step.getEnvironment();
        name = step.getName();
        baseline = step.getBaseline();
        requireBaseline = step.isRequireBaseline();
        masked = step.getMasked();
        digest = step.isDigest();
        failOn = step.getFailOn();
        unstableOn = step.getUnstableOn();
        insufficientEvidence = step.getInsufficientEvidence();
        profile = step.getProfile();
        failures = step.getFailures();
        report = step.getReport();
        inferredSchema = step.getInferredSchema();
        lineage = step.getLineage();
        drift = json(step.getDrift());
    }

    private static String json(Map<?, ?> settings) {
        return new String(StrictJson.write(PlainJson.object(settings, "drift")), StandardCharsets.UTF_8);
    }

    /**
     * Reads all of it, for an error before anything is done.
     *
     * @throws IllegalArgumentException naming the parameter
     */
    void check() {
        settings(1, 1, null);
        rule();
        BaselineReference.parse(baseline);
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name is '" + name
                    + "', must be 1 to 100 characters of A-Z a-z 0-9 . _ - and begin with a letter or digit");
        }
    }

    /** What the gate is about: the data set's name, else its patterns. */
    String subject() {
        return name.isEmpty() ? data : name;
    }

    /** What happens if nothing is said of it: how bad drift is. */
    Gravity driftGravity() {
        return settings(1, 1, null).driftGravity();
    }

    /**
     * What the agent is asked to do.
     *
     * @param run that lineage tells of; null if it is not known, as on the controller
     */
    DataGateSettings settings(int threads, long maxTemporaryBytes, @Nullable LineageRun run) {
        List<String> patterns = Patterns.split(data);
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException(
                    "data is empty; give a file, a folder or a pattern below the workspace, such as 'train/*.parquet'");
        }
        JsonFields fields =
                new JsonFields(StrictJson.parseObject(drift.getBytes(StandardCharsets.UTF_8), "drift"), "drift");
        List<String> ignored = fields.texts(IGNORE, MAX_COLUMNS, MAX_TEXT);
        Gravity gravity = fields.has(SEVERITY) ? fields.parsed(SEVERITY, MAX_TEXT, Gravity::of) : Gravity.ERROR;
        DriftSettings settings = DriftSettingsReader.read(fields);
        fields.end();
        return new DataGateSettings(
                patterns,
                schema,
                environment,
                Set.copyOf(new LinkedHashSet<>(Patterns.split(masked))),
                settings,
                gravity,
                new LinkedHashSet<>(ignored),
                digest,
                name,
                run,
                new DataGateSettings.Outputs(profile, failures, report, inferredSchema, lineage),
                maxTemporaryBytes,
                threads);
    }

    GateRule rule() {
        return GateRule.read(failOn, unstableOn, insufficientEvidence);
    }
}
