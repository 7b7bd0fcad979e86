package io.weir.jenkins.webhook;

import io.weir.json.StrictJson;
import java.nio.charset.StandardCharsets;

/**
 * What the sender hears.
 *
 * @param status HTTP status
 * @param body a JSON object
 */
record Answer(int status, String body) {
    static Answer accepted(String id) {
        return new Answer(202, result(id));
    }

    /** The same result as the first time. */
    static Answer seenBefore(String id) {
        return new Answer(200, result(id));
    }

    /** The only answer to whoever can't sign: it says neither what was wrong nor what there is. */
    static Answer forbidden() {
        return error(403, "forbidden");
    }

    static Answer error(int status, String message) {
        return new Answer(status, json("error", message));
    }

    private static String result(String id) {
        return new String(
                StrictJson.write(StrictJson.object().put("status", "accepted").put("id", id)), StandardCharsets.UTF_8);
    }

    private static String json(String name, String value) {
        return new String(StrictJson.write(StrictJson.object().put(name, value)), StandardCharsets.UTF_8);
    }
}
