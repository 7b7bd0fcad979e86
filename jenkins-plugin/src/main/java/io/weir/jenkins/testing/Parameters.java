package io.weir.jenkins.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.endpoint.NetworkPolicy;
import io.weir.evaluation.trial.TrialSettings;
import io.weir.evaluation.trial.TrialSettingsReader;
import io.weir.gate.GateRule;
import io.weir.gate.model.ModelBehaviour;
import io.weir.gate.model.ModelGateSettings;
import io.weir.gate.model.ServedModel;
import io.weir.jenkins.text.Patterns;
import io.weir.json.PlainJson;
import io.weir.json.StrictJson;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Jenkinsfile said, as texts only, because it is kept with a running build and goes to the agent. {@link #check} and the
 * other methods read it, and name the parameter, the value and what is allowed if it can't be read.
 */
final class Parameters implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String NONE = "none";
    private static final String ENDPOINT = "endpoint";
    private static final String EXPLAIN = "explain";
    private static final String ROBUSTNESS = "robustness";
    private static final String TOKEN_VARIABLE = "tokenVariable";
    private static final String ONNX = "onnx";
    private static final String COMPANION = "companion";
    private static final String URL = "url";
    private static final String MODEL = "model";

    final String predictions;
    final String model;
    final String baseline;
    final boolean requireBaseline;
    final boolean digest;
    final String failOn;
    final String unstableOn;
    final String insufficientEvidence;
    final String result;
    final String card;
    final String report;

    /** Variable of the environment that has the bearer token; empty for none. */
    final String tokenVariable;

    /** File of an ONNX model that is served on the agent; empty for none. */
    final String onnx;

    /** Folder of the companion that serves it; empty for that of the environment. */
    final String companion;

    /** Settings of the served model as JSON; empty if there is none. */
    private final String endpoint;

    /** How the model is explained as JSON; empty if it is not. */
    private final String explain;

    /** How its features are disturbed as JSON; empty if they are not. */
    private final String robustness;

    /** The settings of the trial, without the baseline, as JSON. */
    private final String trial;

    Parameters(TestModelStep step) {
        predictions = step.getPredictions();
        model = step.getModel();
        baseline = step.getBaseline();
        requireBaseline = step.isRequireBaseline();
        digest = step.isDigest();
        failOn = step.getFailOn();
        unstableOn = step.getUnstableOn();
        insufficientEvidence = step.getInsufficientEvidence();
        result = step.getResult();
        card = step.getCard();
        report = step.getReport();
        Map<String, Object> served = new LinkedHashMap<>(step.getEndpoint());
        Object variable = served.remove(TOKEN_VARIABLE);
        tokenVariable = variable == null ? "" : variable.toString();
        onnx = taken(served, ONNX);
        companion = taken(served, COMPANION);
        if (!onnx.isEmpty()) {
            refuseBeside(ONNX, served, URL, "protocol");
            refuseBeside(ONNX, variable == null ? Map.of() : Map.of(TOKEN_VARIABLE, variable), TOKEN_VARIABLE);
            served.putIfAbsent(MODEL, MODEL);
            // Until it is served, and has one.
            served.put(URL, "http://127.0.0.1");
        } else if (!companion.isEmpty()) {
            throw new IllegalArgumentException("endpoint.companion is '" + companion
                    + "', but there is no endpoint.onnx; name the model's file, or leave it out");
        }
        endpoint = json(served.isEmpty() ? null : served, ENDPOINT);
        explain = json(step.getExplain(), EXPLAIN);
        robustness = json(step.getRobustness(), ROBUSTNESS);
        trial = new String(
                StrictJson.write(PlainJson.object(trialOf(step), TestModelExecution.GATE)), StandardCharsets.UTF_8);
    }

    private static String taken(Map<String, Object> settings, String name) {
        Object value = settings.remove(name);
        return value == null ? "" : value.toString();
    }

    private static void refuseBeside(String name, Map<String, ?> settings, String... others) {
        for (String other : others) {
            if (settings.containsKey(other)) {
                throw new IllegalArgumentException(
                        "endpoint." + other + " is '" + settings.get(other) + "', but endpoint." + name
                                + " says that the model is served by the step; leave one of both out");
            }
        }
    }

    /** Empty of none. */
    private static String json(@Nullable Map<String, Object> settings, String what) {
        return settings == null
                ? ""
                : new String(StrictJson.write(PlainJson.object(settings, what)), StandardCharsets.UTF_8);
    }

    private static @Nullable ObjectNode parsed(String json, String what) {
        return json.isEmpty() ? null : StrictJson.parseObject(json.getBytes(StandardCharsets.UTF_8), what);
    }

    /** The map that {@link TrialSettingsReader} reads; what was not said is not in it. */
    private static Map<String, Object> trialOf(TestModelStep step) {
        Map<String, Object> settings = new LinkedHashMap<>();
        putText(settings, "model", step.getModel());
        putList(settings, "label", Patterns.split(step.getLabel()));
        putList(settings, "prediction", Patterns.split(step.getPrediction()));
        putList(settings, "score", Patterns.split(step.getScore()));
        if (!step.getClasses().isEmpty()) {
            settings.put("classes", classes(step.getClasses()));
        }
        putText(settings, "task", step.getTask());
        putText(settings, "positive", step.getPositive());
        settings.put("decision", step.getDecision());
        putList(settings, "metrics", step.getMetrics());
        putList(settings, "thresholds", step.getThresholds());
        putList(settings, "slices", step.getSlices());
        if (!step.getWeakest().isEmpty()) {
            settings.put("weakest", step.getWeakest().equals(NONE) ? List.of() : Patterns.split(step.getWeakest()));
        }
        settings.put("ranges", step.getRanges());
        settings.put("least", step.getLeast());
        putList(settings, "fairness", step.getFairness());
        putMap(settings, "checks", step.getChecks());
        putText(settings, "query", step.getQuery());
        putList(settings, "k", ranks(step.getK()));
        putText(settings, "series", step.getSeries());
        putText(settings, "low", step.getLow());
        putText(settings, "high", step.getHigh());
        putMap(settings, "history", step.getHistory());
        settings.put("replicates", step.getReplicates());
        settings.put("confidence", step.getConfidence());
        settings.put("seed", step.getSeed());
        settings.put("rows", step.getRows());
        return settings;
    }

    private static void putText(Map<String, Object> settings, String name, String text) {
        if (!text.isEmpty()) {
            settings.put(name, text);
        }
    }

    private static void putList(Map<String, Object> settings, String name, List<?> list) {
        if (!list.isEmpty()) {
            settings.put(name, list);
        }
    }

    private static void putMap(Map<String, Object> settings, String name, Map<String, ?> map) {
        if (!map.isEmpty()) {
            settings.put(name, map);
        }
    }

    private static Map<String, Object> classes(String text) {
        Map<String, Object> classes = new LinkedHashMap<>();
        for (String each : Patterns.split(text)) {
            int equals = each.indexOf('=');
            classes.put(
                    equals < 0 ? each : each.substring(0, equals).strip(),
                    equals < 0 ? each : each.substring(equals + 1).strip());
        }
        return classes;
    }

    /** Numbers as numbers; what is none stays text, and is refused where it is read. */
    private static List<Object> ranks(String text) {
        List<Object> ranks = new ArrayList<>();
        for (String each : Patterns.split(text)) {
            ranks.add(each.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(each) : each);
        }
        return ranks;
    }

    /**
     * Reads all of it, for an error before anything is done.
     *
     * @throws IllegalArgumentException naming the parameter
     */
    void check() {
        if (predictions.isEmpty()) {
            throw new IllegalArgumentException(
                    "predictions is empty; give a file, a folder or a pattern below the workspace,"
                            + " such as 'scores.parquet'");
        }
        settings(null, null);
        rule();
    }

    /** What the gate is about: the model's name, else the pattern of its predictions. */
    String subject() {
        return model.isEmpty() ? predictions : model;
    }

    /**
     * With the baseline if it is one of the workspace.
     *
     * @param token for the served model, or null
     * @param url where it is served, if the Jenkinsfile does not say so
     */
    ModelGateSettings settings(@Nullable String token, @Nullable String url) {
        ObjectNode settings = StrictJson.parseObject(trial.getBytes(StandardCharsets.UTF_8), TestModelExecution.GATE);
        ModelBaseline asked = ModelBaseline.parse(baseline);
        if (asked != null && asked.kind() != ModelBaseline.Kind.BUILD) {
            settings.set("baseline", PlainJson.object(compared(asked), "baseline"));
        }
        ObjectNode address = parsed(endpoint, ENDPOINT);
        if (address != null && url != null) {
            address.put(URL, url);
        }
        ServedModel served = address == null ? null : ServedModel.read(address, ENDPOINT, NetworkPolicy.LOCAL, token);
        TrialSettings read = TrialSettingsReader.read(settings, "");
        boolean earlier =
                asked != null && (asked.kind() == ModelBaseline.Kind.BUILD || asked.kind() == ModelBaseline.Kind.FILE);
        return new ModelGateSettings(
                predictions,
                served,
                ModelBehaviour.read(
                        parsed(explain, EXPLAIN), parsed(robustness, ROBUSTNESS), served, read.task(), earlier),
                read,
                digest,
                new ModelGateSettings.Outputs(result, card, report));
    }

    private static Map<String, Object> compared(ModelBaseline asked) {
        return switch (asked.kind()) {
            case COLUMNS -> Map.of("columns", Patterns.split(asked.name()));
            case PREDICTIONS -> Map.of("file", asked.name());
            case FILE -> Map.of("evaluation", asked.name());
            case BUILD -> Map.of();
        };
    }

    /** The name under which the model is served. */
    String served() {
        ObjectNode address = parsed(endpoint, ENDPOINT);
        return address == null ? MODEL : address.path(MODEL).asText(MODEL);
    }

    GateRule rule() {
        return GateRule.read(failOn, unstableOn, insufficientEvidence);
    }
}
