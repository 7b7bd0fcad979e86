package io.weir.jenkins.config;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.weir.jenkins.Messages;
import io.weir.jenkins.elasticsearch.ElasticsearchClient;
import io.weir.jenkins.elasticsearch.ElasticsearchUrl;
import io.weir.jenkins.text.TextPattern;
import io.weir.webhook.SigningKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The settings. Nothing is received without a key, nothing is started without an allowed job, nothing reported without a URL. */
@Extension
@Symbol("weir")
public final class WeirConfiguration extends GlobalConfiguration {
    /** One in use, one that takes over; more would only widen what is accepted. */
    static final int MAX_KEYS = 2;

    private static final int MAX_NAMESPACE = 200;

    private static final Logger LOGGER = Logger.getLogger(WeirConfiguration.class.getName());

    private String elasticsearchUrl = "";
    private String credentialsId = "";
    private List<WebhookKey> webhookKeys = new ArrayList<>();
    private String allowedJobs = "";
    private String lineageUrl = "";
    private String lineageCredentialsId = "";
    private String lineageNamespace = "";

    /** Loads what was saved. */
    public WeirConfiguration() {
        load();
    }

    /** The one of this Jenkins. */
    public static WeirConfiguration get() {
        return ExtensionList.lookupSingleton(WeirConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.WeirConfiguration_displayName();
    }

    /** Address of Elasticsearch, empty if nothing is to be reported. */
    public String getElasticsearchUrl() {
        return elasticsearchUrl;
    }

    /** Sets the address: http or https, without credentials in it. */
    @DataBoundSetter
    public void setElasticsearchUrl(String elasticsearchUrl) {
        this.elasticsearchUrl = ElasticsearchUrl.normalised(elasticsearchUrl);
        save();
    }

    /** Id of the API key (secret text) or user and password for Elasticsearch, empty for none. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** Sets the credentials' id. */
    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = credentialsId.trim();
        save();
    }

    /** The keys that are valid now. */
    public List<WebhookKey> getWebhookKeys() {
        return List.copyOf(webhookKeys);
    }

    /** Sets the keys: two at most, each of the right form. */
    @DataBoundSetter
    public void setWebhookKeys(List<WebhookKey> webhookKeys) {
        if (webhookKeys.size() > MAX_KEYS) {
            throw new IllegalArgumentException("webhookKeys has " + webhookKeys.size() + " keys, at most " + MAX_KEYS
                    + " are allowed: the old one and the new one while you rotate");
        }
        webhookKeys.forEach(WebhookKey::signingKey);
        this.webhookKeys = new ArrayList<>(webhookKeys);
        save();
    }

    /** Patterns of full names of jobs that incidents may start, one a line; empty for none. */
    public String getAllowedJobs() {
        return allowedJobs;
    }

    /** Sets the patterns. */
    @DataBoundSetter
    public void setAllowedJobs(String allowedJobs) {
        TextPattern.anyOf(allowedJobs);
        this.allowedJobs = allowedJobs.trim();
        save();
    }

    /** Address that OpenLineage events are posted to, empty if none are. */
    public String getLineageUrl() {
        return lineageUrl;
    }

    /** Sets the address: http or https, without credentials in it. */
    @DataBoundSetter
    public void setLineageUrl(String lineageUrl) {
        this.lineageUrl = ElasticsearchUrl.normalised("lineageUrl", lineageUrl);
        save();
    }

    /** Id of the secret text, or user and password, that events are sent with; empty for none. */
    public String getLineageCredentialsId() {
        return lineageCredentialsId;
    }

    /** Sets the credentials' id. */
    @DataBoundSetter
    public void setLineageCredentialsId(String lineageCredentialsId) {
        this.lineageCredentialsId = lineageCredentialsId.trim();
        save();
    }

    /** Where events say that names of jobs are unique; empty for the address of this Jenkins. */
    public String getLineageNamespace() {
        return lineageNamespace;
    }

    /** Sets the namespace. */
    @DataBoundSetter
    public void setLineageNamespace(String lineageNamespace) {
        String trimmed = lineageNamespace.trim();
        if (trimmed.length() > MAX_NAMESPACE) {
            throw new IllegalArgumentException("lineageNamespace has " + trimmed.length() + " characters, at most "
                    + MAX_NAMESPACE + " are allowed");
        }
        this.lineageNamespace = trimmed;
        save();
    }

    /** Whether incidents may start that job. */
    public boolean allows(String fullName) {
        return !allowedJobs.isEmpty() && TextPattern.anyOf(allowedJobs).matches(fullName);
    }

    /** The keys in the form that checks signatures. One that can't be read is skipped and logged. */
    public List<SigningKey> signingKeys() {
        List<SigningKey> keys = new ArrayList<>();
        for (WebhookKey key : webhookKeys) {
            try {
                keys.add(key.signingKey());
            } catch (IllegalArgumentException e) {
                LOGGER.log(
                        Level.WARNING, "webhook key ''{0}'' is not used: {1}", new Object[] {key.getId(), e.getMessage()
                        });
            }
        }
        return keys;
    }

    /** Says whether an address has the right form. */
    @POST
    public FormValidation doCheckElasticsearchUrl(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return ServerForm.checkUrl(value);
    }

    /** Says whether an address has the right form. */
    @POST
    public FormValidation doCheckLineageUrl(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return ServerForm.checkUrl("lineageUrl", value);
    }

    /** Says whether the patterns can be read, and what none means. */
    @POST
    public FormValidation doCheckAllowedJobs(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            TextPattern.anyOf(value);
        } catch (IllegalArgumentException e) {
            return FormValidation.error(String.valueOf(e.getMessage()));
        }
        return value.isBlank() ? FormValidation.warning(Messages.WeirConfiguration_noJob()) : FormValidation.ok();
    }

    /** The credentials to choose from, for administrators only. */
    @POST
    public ListBoxModel doFillCredentialsIdItems(
            @QueryParameter String elasticsearchUrl, @QueryParameter String credentialsId) {
        return credentials(elasticsearchUrl, credentialsId);
    }

    /** The credentials to choose from, for administrators only. */
    @POST
    public ListBoxModel doFillLineageCredentialsIdItems(
            @QueryParameter String lineageUrl, @QueryParameter String lineageCredentialsId) {
        return credentials(lineageUrl, lineageCredentialsId);
    }

    private static ListBoxModel credentials(String url, String chosen) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return new StandardListBoxModel().includeCurrentValue(chosen);
        }
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeMatchingAs(
                        ACL.SYSTEM2,
                        Jenkins.get(),
                        StandardCredentials.class,
                        URIRequirementBuilder.fromUri(url).build(),
                        CredentialsMatchers.anyOf(
                                CredentialsMatchers.instanceOf(StringCredentials.class),
                                CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class)))
                .includeCurrentValue(chosen);
    }

    /** Asks Elasticsearch for its incidents. For administrators only: it sends credentials to an address. */
    @POST
    public FormValidation doTestConnection(
            @QueryParameter String elasticsearchUrl, @QueryParameter String credentialsId) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return ServerForm.test(
                () -> new ElasticsearchClient(ElasticsearchUrl.normalised(elasticsearchUrl), credentialsId), true);
    }

    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) throws FormException {
        try (BulkChange change = new BulkChange(this)) {
            // A form whose last key was removed doesn't mention the keys at all.
            webhookKeys = new ArrayList<>();
            request.bindJSON(this, json);
            change.commit();
        } catch (IOException e) {
            throw new FormException("can't save: " + e.getMessage(), "weir");
        }
        return true;
    }
}
