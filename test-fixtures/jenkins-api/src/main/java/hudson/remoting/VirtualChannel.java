package hudson.remoting;

/** A way to another Java machine. */
public interface VirtualChannel {}
