package io.weir.jenkins.elasticsearch;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.model.ItemGroup;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/**
 * The credentials that a folder keeps itself, and no others: whoever configures a folder chooses the address that they are
 * sent to, so the controller's, or those of a folder around it, must not be among them.
 */
public final class FolderCredentials {
    private FolderCredentials() {}

    /** Those that can be used with Elasticsearch and are meant for that address. */
    public static List<StandardCredentials> of(ItemGroup<?> folder, String url) {
        List<DomainRequirement> wanted = URIRequirementBuilder.fromUri(url).build();
        List<StandardCredentials> found = new ArrayList<>();
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            for (CredentialsStore store : CredentialsProvider.lookupStores(folder)) {
                if (store.getContext() == folder) {
                    for (Domain domain : store.getDomains()) {
                        if (domain.test(wanted)) {
                            addUsable(store.getCredentials(domain), found);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static void addUsable(List<Credentials> all, List<StandardCredentials> usable) {
        for (Credentials one : all) {
            if (one instanceof StringCredentials || one instanceof StandardUsernamePasswordCredentials) {
                usable.add((StandardCredentials) one);
            }
        }
    }
}
