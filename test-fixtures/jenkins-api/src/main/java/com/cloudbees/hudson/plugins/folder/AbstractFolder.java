package com.cloudbees.hudson.plugins.folder;

import hudson.model.AbstractItem;
import hudson.model.ItemGroup;
import hudson.model.TopLevelItem;
import hudson.util.DescribableList;
import io.weir.fixtures.jenkinsapi.HostOnly;

/** Holds jobs and folders. */
public abstract class AbstractFolder<I extends TopLevelItem> extends AbstractItem
        implements TopLevelItem, ItemGroup<I> {
    /** The host has none. */
    @HostOnly
    protected AbstractFolder() {}

    /** What plugins have added to it. */
    public abstract DescribableList<AbstractFolderProperty<?>, AbstractFolderPropertyDescriptor> getProperties();
}
