package com.cloudbees.plugins.credentials;

import java.io.Serializable;

/** Chooses among credentials. */
public interface CredentialsMatcher extends Serializable {
    /** Whether it is one of the chosen. */
    boolean matches(Credentials item);
}
