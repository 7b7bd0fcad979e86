package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;

/** Something in the tree of jobs and folders. */
public interface Item extends AccessControlled, ModelObject {
    /** May be seen. */
    Permission READ = new Permission("hudson.model.Item.Read");

    /** May be configured. */
    Permission CONFIGURE = new Permission("hudson.model.Item.Configure");

    /** May be built. */
    Permission BUILD = new Permission("hudson.model.Item.Build");

    /** What holds it. */
    ItemGroup<? extends Item> getParent();

    /** Name within its parent. */
    String getName();

    /** Names from the root, separated by slashes. */
    String getFullName();

    /** Address relative to the root, with a slash at its end. */
    String getUrl();
}
