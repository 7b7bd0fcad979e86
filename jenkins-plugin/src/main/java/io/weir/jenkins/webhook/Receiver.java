package io.weir.jenkins.webhook;

import io.weir.incident.IncidentEvent;
import io.weir.incident.IncidentJson;
import io.weir.jenkins.delivery.Delivery;
import io.weir.jenkins.delivery.DeliveryStore;
import io.weir.jenkins.storage.AuditLog;
import io.weir.json.InvalidJsonException;
import io.weir.webhook.SignedDelivery;
import io.weir.webhook.SignedDelivery.Verdict;
import io.weir.webhook.SigningKey;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decides on one request, in this order: form, size, signature over the raw bytes, content. Only then is anything parsed,
 * and only a delivery that is on disk is answered with 202.
 */
final class Receiver {
    /** An incident with evidence and picture stays under 200 KB. */
    static final int MAX_BODY = 512 << 10;

    private static final Logger LOGGER = Logger.getLogger(Receiver.class.getName());

    private final Supplier<List<SigningKey>> keys;
    private final DeliveryStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final Consumer<Delivery> next;

    /**
     * @param keys the keys that are valid now
     * @param next takes over an accepted delivery
     */
    Receiver(
            Supplier<List<SigningKey>> keys,
            DeliveryStore store,
            AuditLog audit,
            Clock clock,
            Consumer<Delivery> next) {
        this.keys = keys;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.next = next;
    }

    Answer receive(Request request) throws IOException {
        Answer refusal = wrongForm(request);
        if (refusal != null) {
            return refused(request, refusal, "");
        }
        byte[] body = request.body().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return refused(request, tooLarge(), "");
        }
        Verdict verdict = SignedDelivery.verify(
                request.headers(), body, keys.get(), clock.instant(), SignedDelivery.DEFAULT_TOLERANCE_SECONDS);
        if (verdict != Verdict.VALID) {
            return refused(request, Answer.forbidden(), verdict.name().toLowerCase(Locale.ROOT));
        }
        try {
            IncidentEvent event = IncidentJson.readEvent(body);
            if (!event.id().equals(request.headers().id())) {
                throw new InvalidJsonException(
                        "id is '" + event.id() + "', must be the value of the header " + SignedDelivery.ID_HEADER
                                + ", which is '" + request.headers().id() + "'");
            }
            return accept(request, event);
        } catch (InvalidJsonException e) {
            return refused(request, Answer.error(400, String.valueOf(e.getMessage())), "");
        }
    }

    private Answer accept(Request request, IncidentEvent event) {
        Delivery delivery = Delivery.accepted(event, clock.instant());
        try {
            if (!store.accept(delivery)) {
                return audited(request, event, "delivery.seen", Answer.seenBefore(event.id()));
            }
        } catch (IOException e) {
            LOGGER.log(Level.SEVERE, e, () -> "can't store delivery " + event.id() + "; its sender will try again");
            return refused(request, Answer.error(503, "can't store the delivery; try again"), "not stored");
        }
        Answer answer = audited(request, event, "delivery.accepted", Answer.accepted(event.id()));
        next.accept(delivery);
        return answer;
    }

    private static @Nullable Answer wrongForm(Request request) {
        if (!request.path().isEmpty()) {
            return Answer.error(404, "nothing here");
        }
        if (!request.method().equals("POST")) {
            return Answer.error(405, "the method is " + request.method() + ", must be POST");
        }
        if (!isCloudEvent(request.contentType())) {
            return Answer.error(415, "the content type must be " + IncidentJson.CONTENT_TYPE);
        }
        return request.length() > MAX_BODY ? tooLarge() : null;
    }

    private static Answer tooLarge() {
        return Answer.error(413, "the body is longer than " + MAX_BODY + " bytes; send less");
    }

    private static boolean isCloudEvent(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int end = contentType.indexOf(';');
        String type = end < 0 ? contentType : contentType.substring(0, end);
        return type.trim().toLowerCase(Locale.ROOT).equals(IncidentJson.CONTENT_TYPE);
    }

    private Answer audited(Request request, IncidentEvent event, String what, Answer answer) {
        audit.add(
                what,
                Map.of(
                        "delivery", event.id(),
                        "incident", event.incident().id(),
                        "type", event.type().id(),
                        "remote", request.remote(),
                        "status", Integer.toString(answer.status())));
        return answer;
    }

    /** The reason goes to the audit only. */
    private Answer refused(Request request, Answer answer, String reason) {
        String id = request.headers().id();
        audit.add(
                "delivery.refused",
                Map.of(
                        "delivery",
                        id == null ? "" : id,
                        "remote",
                        request.remote(),
                        "status",
                        Integer.toString(answer.status()),
                        "reason",
                        reason.isEmpty() ? answer.body() : reason));
        return answer;
    }
}
