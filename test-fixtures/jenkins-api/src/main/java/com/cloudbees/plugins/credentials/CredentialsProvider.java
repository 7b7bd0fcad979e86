package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.ExtensionPoint;
import hudson.model.ItemGroup;
import hudson.model.ModelObject;
import io.weir.fixtures.jenkinsapi.Controllers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Where credentials come from. */
public abstract class CredentialsProvider implements ExtensionPoint {
    /** Where an object and those around it keep credentials, its own first; the host has no stores. */
    public static Iterable<CredentialsStore> lookupStores(ModelObject context) {
        return List.of();
    }

    /** Those of a type that somebody may use within a group of items. */
    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type,
            @Nullable ItemGroup itemGroup,
            @Nullable Authentication authentication,
            @Nullable List<DomainRequirement> domainRequirements) {
        return Controllers.current().credentials(type);
    }
}
