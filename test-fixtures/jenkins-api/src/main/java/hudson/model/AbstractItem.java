package hudson.model;

import io.weir.fixtures.jenkinsapi.HostOnly;

/** What all items share. */
public abstract class AbstractItem extends Actionable implements Item {
    /** For the host, which makes its own. */
    @HostOnly
    protected AbstractItem() {}
}
