package com.cloudbees.plugins.credentials;

import java.io.Serializable;

/** Something secret that is kept by the controller. */
public interface Credentials extends Serializable {}
