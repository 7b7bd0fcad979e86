package io.weir.jenkins.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.JsonFields;
import java.util.Objects;

/** An assignment in files: {@code job, phase, gathered, reason, not_before, number}, and who decided if somebody did. */
final class AssignmentJson {
    private static final int TEXT = 2_000;

    private AssignmentJson() {}

    static void write(Assignment one, ObjectNode node) {
        node.put("job", one.job())
                .put("phase", one.phase().id())
                .put("gathered", one.gathered())
                .put("reason", one.reason())
                .put("not_before", one.notBefore().toString())
                .put("number", one.number());
        putName(node, "approved_by", one.decisions().approvedBy());
        putName(node, "started_by", one.decisions().startedBy());
    }

    static Assignment read(JsonFields fields) {
        return new Assignment(
                fields.text("job", TEXT),
                fields.parsed("phase", TEXT, Assignment.Phase::of),
                fields.flag("gathered", false),
                fields.text("reason", TEXT),
                fields.instant("not_before"),
                fields.integer("number", 0, Long.MAX_VALUE),
                new Decisions(name(fields, "approved_by"), name(fields, "started_by")));
    }

    /** Whether a plugin that knows nothing of people's decisions could read it. */
    static boolean isPlain(Assignment one) {
        return one.phase() != Assignment.Phase.AWAITING && one.decisions().equals(Decisions.NONE);
    }

    private static void putName(ObjectNode node, String field, String name) {
        if (!name.isEmpty()) {
            node.put(field, name);
        }
    }

    private static String name(JsonFields fields, String field) {
        return Objects.requireNonNullElse(fields.optionalText(field, TEXT), "");
    }
}
