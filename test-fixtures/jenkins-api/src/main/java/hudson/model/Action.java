package hudson.model;

import org.jspecify.annotations.Nullable;

/** An addition to a model object: data, and if it has an icon and a URL, a page. */
public interface Action extends ModelObject {
    /** Icon of the link, or null for none. */
    @Nullable
    String getIconFileName();

    @Override
    @Nullable
    String getDisplayName();

    /** URL below its owner, or null for no page. */
    @Nullable
    String getUrlName();
}
