package com.cloudbees.hudson.plugins.folder;

import hudson.model.Descriptor;

/** What is known of a class of folder properties. */
public abstract class AbstractFolderPropertyDescriptor extends Descriptor<AbstractFolderProperty<?>> {
    /** Of the class that encloses this one. */
    protected AbstractFolderPropertyDescriptor() {}
}
