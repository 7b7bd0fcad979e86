package org.springframework.security.core;

import java.security.Principal;

/** Who somebody is. */
public interface Authentication extends Principal {}
