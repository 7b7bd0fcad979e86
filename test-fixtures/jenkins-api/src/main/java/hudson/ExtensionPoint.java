package hudson;

/** Marks what can be extended. */
public interface ExtensionPoint {}
