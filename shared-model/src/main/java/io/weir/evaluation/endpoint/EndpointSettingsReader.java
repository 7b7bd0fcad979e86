package io.weir.evaluation.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.PlainJson;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@link EndpointSettings} as people write them in a Jenkinsfile, strictly; {@code docs/evaluation.md} has the fields. */
public final class EndpointSettingsReader {
    /** Most columns that are sent, and that come back. */
    static final int MAX_COLUMNS = 2_000;

    private static final int MAX_NAME = 200;
    private static final int MAX_URL = 2_000;
    private static final int MAX_BATCH = 10_000;
    private static final int MAX_CONCURRENCY = 64;
    private static final int MAX_RETRIES = 20;
    private static final int MAX_ANSWER = 256 << 20;
    private static final int DAY = 86_400;

    private EndpointSettingsReader() {}

    /**
     * Reads a map that holds settings and nothing else.
     *
     * @param settings maps, lists, texts and numbers
     * @param what what they are, for messages: "testModel.endpoint"
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static EndpointSettings read(Map<?, ?> settings, String what) {
        return read(PlainJson.object(settings, what), what);
    }

    /** As {@link #read(Map, String)}, from a tree. */
    public static EndpointSettings read(ObjectNode settings, String what) {
        JsonFields fields = new JsonFields(settings, what);
        InferenceProtocol protocol = fields.has("protocol")
                ? fields.parsed("protocol", MAX_NAME, InferenceProtocol::of)
                : InferenceProtocol.V2;
        EndpointSettings read = new EndpointSettings(
                fields.parsed("url", MAX_URL, EndpointSettingsReader::url),
                protocol,
                fields.optionalText("model", MAX_NAME),
                fields.optionalText("version", MAX_NAME),
                features(fields),
                types(fields),
                fields.optionalText("input", MAX_NAME),
                fields.textMap("outputs", MAX_COLUMNS, MAX_NAME),
                missing(fields, protocol),
                limits(fields));
        fields.end();
        check(read, fields);
        return read;
    }

    /**
     * An address of http or https, without user, query and fragment.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static URI url(String text) {
        String trimmed = text.strip().replaceFirst("/+$", "");
        URI uri;
        try {
            uri = new URI(trimmed);
        } catch (URISyntaxException e) {
            // What stands before an @ may be a password.
            String shown = text.indexOf('@') < 0 ? "'" + text + "'" : "the text";
            throw new IllegalArgumentException(shown + " is not an address: " + e.getReason());
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must not contain a user or password; give a token instead");
        }
        String scheme = uri.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("'" + text + "' must begin with http:// or https://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("'" + text + "' must name a host");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("'" + text + "' must end with its path, without ? or #");
        }
        return uri;
    }

    private static List<String> features(JsonFields fields) {
        List<String> features = fields.texts("features", MAX_COLUMNS, MAX_NAME);
        if (features.isEmpty()) {
            throw new InvalidJsonException(fields.path("features")
                    + " is missing, must list the columns that the model is sent, in its order");
        }
        if (new HashSet<>(features).size() < features.size()) {
            throw new InvalidJsonException(fields.path("features") + " is " + features + ", must name no column twice");
        }
        return features;
    }

    private static Map<String, Datatype> types(JsonFields fields) {
        Map<String, Datatype> types = new LinkedHashMap<>();
        fields.textMap("types", MAX_COLUMNS, MAX_NAME).forEach((feature, name) -> {
            try {
                types.put(feature, Datatype.of(name));
            } catch (IllegalArgumentException e) {
                throw new InvalidJsonException(fields.path("types") + "." + feature + ": " + e.getMessage());
            }
        });
        return types;
    }

    private static MissingValues missing(JsonFields fields, InferenceProtocol protocol) {
        JsonNode given = fields.value("missing");
        if (given == null) {
            return protocol == InferenceProtocol.MLFLOW ? MissingValues.NULL : MissingValues.REFUSED;
        }
        if (given.isNumber() && Double.isFinite(given.doubleValue())) {
            return MissingValues.number(given.doubleValue());
        }
        return switch (given.asText()) {
            case "refuse" -> MissingValues.REFUSED;
            case "null" -> MissingValues.NULL;
            default -> throw fields.wrong("missing", given, "'refuse', 'null', or a number that is sent instead");
        };
    }

    private static EndpointLimits limits(JsonFields fields) {
        EndpointLimits usual = EndpointLimits.DEFAULT;
        return new EndpointLimits(
                whole(fields, "batch", 1, MAX_BATCH, usual.batch()),
                whole(fields, "concurrency", 1, MAX_CONCURRENCY, usual.concurrency()),
                seconds(fields, "connect", 0.01, usual.connect()),
                seconds(fields, "timeout", 0.01, usual.request()),
                seconds(fields, "deadline", 0.01, usual.total()),
                seconds(fields, "ready", 0, usual.ready()),
                whole(fields, "retries", 0, MAX_RETRIES, usual.retries()),
                whole(fields, "max_answer", 1 << 10, MAX_ANSWER, usual.answerBytes()));
    }

    private static int whole(JsonFields fields, String name, int least, int most, int otherwise) {
        return fields.has(name) ? (int) fields.integer(name, least, most) : otherwise;
    }

    private static Duration seconds(JsonFields fields, String name, double least, Duration otherwise) {
        return fields.has(name) ? Duration.ofMillis(Math.round(1000 * fields.number(name, least, DAY))) : otherwise;
    }

    private static void check(EndpointSettings read, JsonFields fields) {
        boolean mlflow = read.protocol() == InferenceProtocol.MLFLOW;
        refuse(
                !mlflow && read.model() == null,
                fields,
                "model",
                "is missing, must be the name under which it is served");
        refuse(
                mlflow && read.model() != null,
                fields,
                "model",
                "is given, but MLflow serves one model only; leave it out");
        refuse(
                read.version() != null && mlflow,
                fields,
                "version",
                "is given, but MLflow serves one only; leave it out");
        refuse(read.input() != null && mlflow, fields, "input", "is given, but MLflow is sent columns; leave it out");
        String unknown = read.types().keySet().stream()
                .filter(feature -> !read.features().contains(feature))
                .findFirst()
                .orElse(null);
        refuse(unknown != null, fields, "types", "names '" + unknown + "', which is not among the features");
    }

    private static void refuse(boolean wrong, JsonFields fields, String name, @Nullable String why) {
        if (wrong) {
            throw new InvalidJsonException(fields.path(name) + " " + why);
        }
    }
}
