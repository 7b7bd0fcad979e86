package hudson.model;

/** An item that may stand at the root or in a folder. */
public interface TopLevelItem extends Item {}
