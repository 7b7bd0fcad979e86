package io.weir.jenkins.config;

import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.Secret;
import io.weir.jenkins.Messages;
import io.weir.webhook.SigningKey;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A key that deliveries may be signed with. Two are valid at once while one takes over from the other. */
public final class WebhookKey implements Describable<WebhookKey> {
    private final String id;
    private final Secret secret;

    /**
     * A key.
     *
     * @param id name for people, as {@code 2026-11}
     * @param secret {@code whsec_} and the base64 of 24 to 64 random bytes, the same as in the sender's keystore
     */
    @DataBoundConstructor
    public WebhookKey(String id, Secret secret) {
        this.id = id;
        this.secret = secret;
    }

    /** Name for people. */
    public String getId() {
        return id;
    }

    /** The shared secret. */
    public Secret getSecret() {
        return secret;
    }

    SigningKey signingKey() {
        return SigningKey.parse(secret.getPlainText());
    }

    /** Its form. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<WebhookKey> {
        @Override
        public String getDisplayName() {
            return Messages.WebhookKey_displayName();
        }

        /** Says whether a secret has the right form. */
        @POST
        public FormValidation doCheckSecret(@QueryParameter Secret value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            try {
                SigningKey.parse(value.getPlainText());
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(String.valueOf(e.getMessage()));
            }
        }
    }
}
