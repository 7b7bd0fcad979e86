package io.weir.jenkins.webhook;

import hudson.Extension;
import hudson.model.UnprotectedRootAction;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.delivery.DeliveryStore;
import io.weir.jenkins.storage.AuditLog;
import io.weir.jenkins.trigger.Dispatcher;
import io.weir.webhook.Received;
import io.weir.webhook.SignedDelivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Puts the webhook at {@value #PATH}. Unprotected, because senders prove themselves by their signature. */
@Extension
public final class WeirRootAction implements UnprotectedRootAction {
    /** Address of the webhook below Jenkins' root. */
    public static final String PATH = "/weir/deliver";

    /** Receives one delivery. Stapler calls it for every method; what is not POST is refused. */
    public void doDeliver(StaplerRequest2 request, StaplerResponse2 response) throws IOException {
        Receiver receiver = new Receiver(
                () -> WeirConfiguration.get().signingKeys(),
                DeliveryStore.get(),
                AuditLog.get(),
                Clock.systemUTC(),
                delivery -> Dispatcher.get().submit(delivery));
        write(receiver.receive(read(request)), response);
    }

    private static Request read(StaplerRequest2 request) throws IOException {
        String rest = request.getRestOfPath();
        return new Request(
                request.getMethod(),
                rest == null ? "" : rest,
                request.getContentType(),
                request.getContentLengthLong(),
                new Received(
                        request.getHeader(SignedDelivery.ID_HEADER),
                        request.getHeader(SignedDelivery.TIMESTAMP_HEADER),
                        request.getHeader(SignedDelivery.SIGNATURE_HEADER)),
                request.getInputStream(),
                String.valueOf(request.getRemoteAddr()));
    }

    private static void write(Answer answer, StaplerResponse2 response) throws IOException {
        response.setStatus(answer.status());
        if (answer.status() == 405) {
            response.setHeader("Allow", "POST");
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String getIconFileName() {
        return null;
    }

    @Override
    public @Nullable String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return "weir";
    }
}
