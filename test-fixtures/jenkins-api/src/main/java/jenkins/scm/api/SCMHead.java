package jenkins.scm.api;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Item;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A branch, tag or change request. */
public class SCMHead implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;

    /** Of that name. */
    public SCMHead(String name) {
        this.name = name;
    }

    /** Its name. */
    public String getName() {
        return name;
    }

    /** Finds the head that an item was made for. */
    public abstract static class HeadByItem implements ExtensionPoint {
        /** The head, or null if this one knows none. */
        public abstract @Nullable SCMHead getHead(Item item);

        /** What the first that knows one says, or null. */
        public static @Nullable SCMHead findHead(Item item) {
            for (HeadByItem one : ExtensionList.lookup(HeadByItem.class)) {
                SCMHead head = one.getHead(item);
                if (head != null) {
                    return head;
                }
            }
            return null;
        }
    }
}
