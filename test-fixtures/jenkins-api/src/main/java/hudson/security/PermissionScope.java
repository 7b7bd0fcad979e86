package hudson.security;

import hudson.model.Item;
import hudson.model.ItemGroup;

/** What a permission is about, and so where it can be granted. */
public final class PermissionScope {
    /** Folders and the root. */
    public static final PermissionScope ITEM_GROUP = new PermissionScope(ItemGroup.class);

    /** Jobs and folders. */
    public static final PermissionScope ITEM = new PermissionScope(Item.class);

    /** The class of what it is about. */
    public final Class<?> modelClass;

    private PermissionScope(Class<?> modelClass) {
        this.modelClass = modelClass;
    }
}
