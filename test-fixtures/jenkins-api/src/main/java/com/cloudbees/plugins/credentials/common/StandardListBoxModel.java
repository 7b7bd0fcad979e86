package com.cloudbees.plugins.credentials.common;

/** Standard credentials to choose from. */
public class StandardListBoxModel extends AbstractIdCredentialsListBoxModel<StandardListBoxModel, StandardCredentials> {
    private static final long serialVersionUID = 1L;
}
