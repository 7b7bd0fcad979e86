package com.cloudbees.plugins.credentials.common;

import hudson.util.Secret;

/** A user's name and password. */
public interface StandardUsernamePasswordCredentials extends StandardCredentials {
    /** The name. */
    String getUsername();

    /** The password. */
    Secret getPassword();
}
