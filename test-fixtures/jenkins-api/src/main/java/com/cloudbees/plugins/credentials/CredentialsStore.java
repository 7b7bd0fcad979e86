package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.model.ModelObject;
import java.util.List;

/** The credentials that one object keeps itself. */
public abstract class CredentialsStore {
    /** That object. */
    public abstract ModelObject getContext();

    /** The groups that they are in. */
    public abstract List<Domain> getDomains();

    /** Those of a group. */
    public abstract List<Credentials> getCredentials(Domain domain);
}
