package com.cloudbees.plugins.credentials.domains;

import io.weir.fixtures.jenkinsapi.HostOnly;
import java.util.List;

/** A group of credentials that are for the same addresses. */
public class Domain {
    /** The host has no stores, and so none of these. */
    @HostOnly
    public Domain() {}

    /** Whether they are for what is wanted. */
    public boolean test(List<DomainRequirement> requirements) {
        return true;
    }
}
