package io.weir.jenkins.elasticsearch;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.model.ItemGroup;
import hudson.security.ACL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** The value of the Authorization header: an API key from a secret text, or a user and a password. */
final class Authorization {
    private static final Logger LOGGER = Logger.getLogger(Authorization.class.getName());

    private Authorization() {}

    /** The value for credentials of the controller, fit for that address; none if the id is empty or unknown. */
    static Optional<String> of(String credentialsId, String url) {
        return of(
                credentialsId,
                CredentialsProvider.lookupCredentialsInItemGroup(
                        StandardCredentials.class,
                        Jenkins.get(),
                        ACL.SYSTEM2,
                        URIRequirementBuilder.fromUri(url).build()));
    }

    /** The value for credentials that a folder keeps itself. */
    static Optional<String> of(String credentialsId, String url, ItemGroup<?> folder) {
        return of(credentialsId, FolderCredentials.of(folder, url));
    }

    private static Optional<String> of(String credentialsId, List<StandardCredentials> all) {
        if (credentialsId.isEmpty()) {
            return Optional.empty();
        }
        StandardCredentials found = CredentialsMatchers.firstOrNull(all, CredentialsMatchers.withId(credentialsId));
        if (found instanceof StringCredentials key) {
            return Optional.of("ApiKey " + key.getSecret().getPlainText());
        }
        if (found instanceof StandardUsernamePasswordCredentials user) {
            String pair = user.getUsername() + ":" + user.getPassword().getPlainText();
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        LOGGER.log(
                Level.WARNING, "no credentials ''{0}'' that are a secret text or a user and password", credentialsId);
        return Optional.empty();
    }
}
