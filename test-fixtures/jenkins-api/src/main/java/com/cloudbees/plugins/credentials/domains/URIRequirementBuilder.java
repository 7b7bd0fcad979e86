package com.cloudbees.plugins.credentials.domains;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says that credentials are wanted for an address. */
public class URIRequirementBuilder {
    private URIRequirementBuilder() {}

    /** For that address. */
    public static URIRequirementBuilder fromUri(@Nullable String uri) {
        return new URIRequirementBuilder();
    }

    /** The requirements; the subset has one domain only, so there are none. */
    public List<DomainRequirement> build() {
        return List.of();
    }
}
