package hudson.model;

/** Holds items. */
public interface ItemGroup<T extends Item> extends ModelObject {
    /** Names from the root, separated by slashes; empty for the root. */
    String getFullName();
}
