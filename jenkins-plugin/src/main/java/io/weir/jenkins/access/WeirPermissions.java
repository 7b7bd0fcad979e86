package io.weir.jenkins.access;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Item;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import io.weir.jenkins.Messages;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * What people may be allowed to do with incidents, on a job or on a folder and everything in it.
 *
 * <p>Each needs <em>Job/Read</em> as well, because the pages lie below the job.
 */
public final class WeirPermissions {
    /** What they are listed under. */
    public static final PermissionGroup GROUP =
            new PermissionGroup("Weir", WeirPermissions.class, Messages._WeirPermissions_title());

    private static final PermissionScope[] SCOPES = {PermissionScope.ITEM, PermissionScope.ITEM_GROUP};

    /**
     * To see a job's incidents and what became of them. Implied by the generic right to read, like the job's workspace, and
     * not by Job/Read: a matrix can give one without the other, and where all may read everything, this is included.
     */
    public static final Permission VIEW =
            new Permission(GROUP, "View", Messages._WeirPermissions_view(), Permission.READ, true, SCOPES);

    /**
     * To let an incident start a build, or not, where approval is required. Implied by Overall/Administer only: whoever
     * may configure a job is not thereby the second pair of eyes that a folder asks for.
     */
    public static final Permission APPROVE =
            new Permission(GROUP, "Approve", Messages._WeirPermissions_approve(), Jenkins.ADMINISTER, true, SCOPES);

    /** To start what is held at once, or drop it. Implied by Job/Configure, which can lift the limits anyway. */
    public static final Permission OVERRIDE =
            new Permission(GROUP, "Override", Messages._WeirPermissions_override(), Item.CONFIGURE, true, SCOPES);

    private static final Logger LOGGER = Logger.getLogger(WeirPermissions.class.getName());

    private WeirPermissions() {}

    /** Makes them known before configuration as code and the authorization strategy are read. */
    @Initializer(after = InitMilestone.PLUGINS_STARTED, before = InitMilestone.EXTENSIONS_AUGMENTED)
    public static void register() {
        LOGGER.log(Level.FINE, "permissions of {0}", GROUP.owner);
    }
}
