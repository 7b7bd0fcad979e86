package io.weir.jenkins.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.incident.IncidentJson;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;

/** A delivery's file: {@code version, received_at, planned, assignments[], event}, version first. */
final class DeliveryJson {
    /** Without people's decisions: readable by every release, so that one can go back to an older one. */
    private static final int PLAIN = 1;

    /** With them. */
    private static final int WITH_PEOPLE = 2;

    private static final int MAX_JOBS = 10_000;

    private DeliveryJson() {}

    static byte[] write(Delivery delivery) {
        boolean plain = delivery.assignments().stream().allMatch(AssignmentJson::isPlain);
        ObjectNode node = StrictJson.object();
        node.put("version", plain ? PLAIN : WITH_PEOPLE)
                .put("received_at", delivery.receivedAt().toString())
                .put("planned", delivery.planned());
        ArrayNode all = node.putArray("assignments");
        for (Assignment one : delivery.assignments()) {
            AssignmentJson.write(one, all.addObject());
        }
        node.set("event", StrictJson.parseObject(IncidentJson.writeEvent(delivery.event()), "event"));
        return StrictJson.write(node);
    }

    /** Reads what {@link #write} wrote; a newer version is refused rather than misread. */
    static Delivery read(byte[] document) {
        JsonFields fields = new JsonFields(StrictJson.parseObject(document, "stored delivery"), "");
        fields.integer("version", PLAIN, WITH_PEOPLE);
        ObjectNode event = fields.raw("event");
        if (event == null) {
            throw new InvalidJsonException("event is missing");
        }
        Delivery delivery = new Delivery(
                IncidentJson.readEvent(StrictJson.write(event)),
                fields.instant("received_at"),
                fields.flag("planned", false),
                fields.objects("assignments", MAX_JOBS, AssignmentJson::read));
        fields.end();
        return delivery;
    }
}
