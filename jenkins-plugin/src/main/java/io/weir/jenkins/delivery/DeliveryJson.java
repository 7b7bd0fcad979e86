package io.weir.jenkins.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.incident.IncidentJson;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;

/** A delivery's file: {@code version, received_at, planned, assignments[], event}, version first. */
final class DeliveryJson {
    private static final int VERSION = 1;
    private static final int MAX_JOBS = 10_000;
    private static final int NAME = 2_000;

    private DeliveryJson() {}

    static byte[] write(Delivery delivery) {
        ObjectNode node = StrictJson.object();
        node.put("version", VERSION)
                .put("received_at", delivery.receivedAt().toString())
                .put("planned", delivery.planned());
        ArrayNode all = node.putArray("assignments");
        for (Assignment one : delivery.assignments()) {
            all.addObject()
                    .put("job", one.job())
                    .put("phase", one.phase().id())
                    .put("gathered", one.gathered())
                    .put("reason", one.reason())
                    .put("not_before", one.notBefore().toString())
                    .put("number", one.number());
        }
        node.set("event", StrictJson.parseObject(IncidentJson.writeEvent(delivery.event()), "event"));
        return StrictJson.write(node);
    }

    /** Reads what {@link #write} wrote; a newer version is refused rather than misread. */
    static Delivery read(byte[] document) {
        JsonFields fields = new JsonFields(StrictJson.parseObject(document, "stored delivery"), "");
        fields.integer("version", VERSION, VERSION);
        ObjectNode event = fields.raw("event");
        if (event == null) {
            throw new InvalidJsonException("event is missing");
        }
        Delivery delivery = new Delivery(
                IncidentJson.readEvent(StrictJson.write(event)),
                fields.instant("received_at"),
                fields.flag("planned", false),
                fields.objects("assignments", MAX_JOBS, DeliveryJson::assignment));
        fields.end();
        return delivery;
    }

    private static Assignment assignment(JsonFields fields) {
        return new Assignment(
                fields.text("job", NAME),
                fields.parsed("phase", NAME, Assignment.Phase::of),
                fields.flag("gathered", false),
                fields.text("reason", NAME),
                fields.instant("not_before"),
                fields.integer("number", 0, Long.MAX_VALUE));
    }
}
