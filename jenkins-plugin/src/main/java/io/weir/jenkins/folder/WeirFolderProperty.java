package io.weir.jenkins.folder;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import com.cloudbees.plugins.credentials.CredentialsNameProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.Extension;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.weir.jenkins.Messages;
import io.weir.jenkins.config.ServerForm;
import io.weir.jenkins.elasticsearch.ElasticsearchClient;
import io.weir.jenkins.elasticsearch.ElasticsearchUrl;
import io.weir.jenkins.elasticsearch.FolderCredentials;
import io.weir.jenkins.text.TextPattern;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code weir}: a folder's own Elasticsearch and policy. Address and credentials count together, those of the nearest folder
 * that has an address; allowed jobs and approval narrow what the folders around and the global configuration allow.
 */
public final class WeirFolderProperty extends AbstractFolderProperty<AbstractFolder<?>> {
    /** The folder asks for nobody's approval. */
    static final String NO_APPROVAL = "none";

    /** A person has to approve each start of a job in the folder. */
    static final String APPROVAL_REQUIRED = "required";

    private String elasticsearchUrl = "";
    private String credentialsId = "";
    private String allowedJobs = "";
    private String approval = NO_APPROVAL;

    /** With nothing settled. */
    @DataBoundConstructor
    public WeirFolderProperty() {
        // All settings are optional.
    }

    /** Address of Elasticsearch; empty: that of the folder around, in the end the global one. */
    public String getElasticsearchUrl() {
        return elasticsearchUrl;
    }

    /** Sets the address: http or https, without credentials in it. */
    @DataBoundSetter
    public void setElasticsearchUrl(String elasticsearchUrl) {
        this.elasticsearchUrl = ElasticsearchUrl.normalised(elasticsearchUrl);
    }

    /** Id of credentials that this folder keeps itself, empty for none; without an address it has no effect. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** Sets the credentials' id. */
    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = credentialsId.trim();
    }

    /** Patterns of jobs in this folder that incidents may start, named from here, one a line; empty: no narrower. */
    public String getAllowedJobs() {
        return allowedJobs;
    }

    /** Sets the patterns. */
    @DataBoundSetter
    public void setAllowedJobs(String allowedJobs) {
        TextPattern.anyOf(allowedJobs);
        this.allowedJobs = allowedJobs.trim();
    }

    /** Whether a person has to approve each start of a job in this folder: none or required. */
    public String getApproval() {
        return approval;
    }

    /** Sets that. */
    @DataBoundSetter
    public void setApproval(String approval) {
        if (!approval.equals(NO_APPROVAL) && !approval.equals(APPROVAL_REQUIRED)) {
            throw new IllegalArgumentException("approval is '" + approval + "', must be none or required");
        }
        this.approval = approval;
    }

    /** Whether the folder lets incidents start a job of that name, from here. */
    boolean allows(String name) {
        return allowedJobs.isEmpty() || TextPattern.anyOf(allowedJobs).matches(name);
    }

    boolean wantsApproval() {
        return approval.equals(APPROVAL_REQUIRED);
    }

    boolean hasServer() {
        return !elasticsearchUrl.isEmpty();
    }

    private boolean isEmpty() {
        return !hasServer() && credentialsId.isEmpty() && allowedJobs.isEmpty() && !wantsApproval();
    }

    /** Its form. */
    @Extension(optional = true)
    @Symbol("weir")
    public static final class DescriptorImpl extends AbstractFolderPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.WeirFolderProperty_displayName();
        }

        /** None if nothing is settled: a folder that was only saved doesn't mention us. */
        @Override
        public @Nullable AbstractFolderProperty<?> newInstance(@Nullable StaplerRequest2 request, JSONObject form)
                throws FormException {
            AbstractFolderProperty<?> made = super.newInstance(request, form);
            return made instanceof WeirFolderProperty own && own.isEmpty() ? null : made;
        }

        /** Says whether an address has the right form. */
        @POST
        public FormValidation doCheckElasticsearchUrl(
                @AncestorInPath @Nullable AbstractFolder<?> folder, @QueryParameter String value) {
            checkConfigure(folder);
            return ServerForm.checkUrl(value);
        }

        /** Says whether the credentials can have an effect. */
        @POST
        public FormValidation doCheckCredentialsId(
                @AncestorInPath @Nullable AbstractFolder<?> folder,
                @QueryParameter String value,
                @QueryParameter String elasticsearchUrl) {
            checkConfigure(folder);
            return !value.isBlank() && elasticsearchUrl.isBlank()
                    ? FormValidation.warning(Messages.WeirFolderProperty_noUrl())
                    : FormValidation.ok();
        }

        /** Says whether the patterns can be read. */
        @POST
        public FormValidation doCheckAllowedJobs(
                @AncestorInPath @Nullable AbstractFolder<?> folder, @QueryParameter String value) {
            checkConfigure(folder);
            try {
                TextPattern.anyOf(value);
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(String.valueOf(e.getMessage()));
            }
        }

        /** The credentials that the folder keeps itself, for those who may configure it. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @AncestorInPath @Nullable AbstractFolder<?> folder,
                @QueryParameter String elasticsearchUrl,
                @QueryParameter String credentialsId) {
            StandardListBoxModel items = new StandardListBoxModel();
            if (folder == null || !folder.hasPermission(Item.CONFIGURE)) {
                items.includeCurrentValue(credentialsId);
                return items;
            }
            items.includeEmptyValue();
            for (StandardCredentials one : FolderCredentials.of(folder, elasticsearchUrl)) {
                items.add(CredentialsNameProvider.name(one), one.getId());
            }
            items.includeCurrentValue(credentialsId);
            return items;
        }

        /** The two choices. */
        @POST
        public ListBoxModel doFillApprovalItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.WeirFolderProperty_noApproval(), NO_APPROVAL);
            items.add(Messages.IncidentTrigger_approvalRequired(), APPROVAL_REQUIRED);
            return items;
        }

        /** Asks Elasticsearch for its incidents. For those who may configure the folder, with its own credentials only. */
        @POST
        public FormValidation doTestConnection(
                @AncestorInPath @Nullable AbstractFolder<?> folder,
                @QueryParameter String elasticsearchUrl,
                @QueryParameter String credentialsId) {
            checkConfigure(folder);
            if (folder == null) {
                return FormValidation.error(Messages.WeirFolderProperty_noFolder());
            }
            return ServerForm.test(
                    () -> new ElasticsearchClient(ElasticsearchUrl.normalised(elasticsearchUrl), credentialsId, folder),
                    false);
        }

        private static void checkConfigure(@Nullable AbstractFolder<?> folder) {
            if (folder == null) {
                Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            } else {
                folder.checkPermission(Item.CONFIGURE);
            }
        }
    }
}
