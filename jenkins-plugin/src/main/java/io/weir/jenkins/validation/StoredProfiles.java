package io.weir.jenkins.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.AbortException;
import hudson.model.Run;
import io.weir.gate.GateReference;
import io.weir.jenkins.elasticsearch.ElasticsearchClient;
import io.weir.jenkins.gate.GateFiles;
import io.weir.jenkins.report.Target;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Profiles that Elasticsearch keeps: {@code GET /_weir/profiles/name/version}, where a version may be an alias. */
final class StoredProfiles {
    private static final String LATEST = "latest";
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;
    private static final int MAX_SHOWN = 300;
    private static final int MAX_TEXT = 200;

    /** The profile and what is said about it. */
    private static final int MAX_ANSWER = GateFiles.MAX_PROFILE + (1 << 20);

    private StoredProfiles() {}

    /**
     * The profile, from the server of the job's folder or the global one; null if it has none of that name and version.
     *
     * @throws AbortException if there is no such server, or it does not answer
     */
    static @Nullable StoredBaseline find(BaselineReference asked, Run<?, ?> build) throws AbortException {
        try (ElasticsearchClient client = Target.open(Target.of(build.getParent()))) {
            if (client == null) {
                throw failed(asked, "no Elasticsearch URL is configured for this job");
            }
            ElasticsearchClient.Document answer = client.document(path(asked.name()), MAX_ANSWER);
            return switch (answer.status()) {
                case OK -> read(asked, answer.body());
                case NOT_FOUND -> null;
                default ->
                    throw failed(asked, "Elasticsearch answered " + answer.status() + ": " + shown(answer.body()));
            };
        } catch (AbortException e) {
            throw e;
        } catch (IOException e) {
            throw failed(asked, "no answer from Elasticsearch: " + e.getMessage());
        }
    }

    /** The reference is of letters, digits, dots, dashes and underscores only. */
    private static String path(String reference) {
        int at = reference.indexOf('@');
        String name = at < 0 ? reference : reference.substring(0, at);
        return "/_weir/profiles/" + name + "/" + (at < 0 ? LATEST : reference.substring(at + 1));
    }

    private static StoredBaseline read(BaselineReference asked, byte[] body) throws AbortException {
        try {
            ObjectNode answer = StrictJson.parseObject(body, "profile of Elasticsearch", MAX_ANSWER);
            JsonFields fields = new JsonFields(answer, "");
            String name = fields.text("name", MAX_TEXT) + "@" + fields.text("version", MAX_TEXT);
            ObjectNode profile = fields.raw("profile");
            if (profile == null) {
                throw new IllegalArgumentException("profile is missing");
            }
            return new StoredBaseline(StrictJson.write(profile), GateReference.ELASTICSEARCH, name, asked.words());
        } catch (IllegalArgumentException e) {
            throw failed(asked, "Elasticsearch's answer can't be used: " + e.getMessage());
        }
    }

    private static String shown(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    private static AbortException failed(BaselineReference asked, String why) {
        return new AbortException("validateData: baseline '" + asked.words() + "' can't be had: " + why);
    }
}
