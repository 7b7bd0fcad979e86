package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;

/** Names of credentials for people. */
public abstract class CredentialsNameProvider {
    /** The name. */
    public static String name(Credentials credentials) {
        return credentials instanceof IdCredentials one ? one.getId() : credentials.toString();
    }
}
