package org.jenkinsci.remoting;

import java.io.Serializable;

/** Something that goes to other machines and into no file. */
public interface SerializableOnlyOverRemoting extends Serializable {}
