package io.weir.jenkins.scenario;

import hudson.util.Secret;
import io.weir.incident.IncidentEvent;
import io.weir.incident.IncidentJson;
import io.weir.jenkins.config.WebhookKey;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.webhook.SignedDelivery;
import io.weir.webhook.SigningKey;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;

/** Sends deliveries as Elasticsearch does. */
final class Sender {
    private static final String SECRET = "whsec_" + "a2V5IG9mIHRoZSBzY2VuYXJpbyBzdWl0ZSBpdHNlbGY=";

    private final PipelineHost host;
    private final HttpClient http = HttpClient.newHttpClient();

    private Sender(PipelineHost host) {
        this.host = host;
    }

    /** One whose key the host accepts, for jobs of any name. */
    static Sender trustedBy(PipelineHost host) {
        WeirConfiguration settings = WeirConfiguration.get();
        settings.setWebhookKeys(List.of(new WebhookKey("test", Secret.fromString(SECRET))));
        settings.setAllowedJobs("*");
        return new Sender(host);
    }

    HttpResponse<String> send(IncidentEvent event) throws IOException, InterruptedException {
        return send(event, SECRET);
    }

    HttpResponse<String> send(IncidentEvent event, String secret) throws IOException, InterruptedException {
        byte[] body = IncidentJson.writeEvent(event);
        HttpRequest.Builder request = HttpRequest.newBuilder(host.url().resolve("weir/deliver"))
                .header("Content-Type", IncidentJson.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        SignedDelivery.sign(event.id(), Instant.now(), body, SigningKey.parse(secret))
                .headers()
                .forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
