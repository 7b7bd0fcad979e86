package hudson.model;

/** What all items share. */
public abstract class AbstractItem extends Actionable implements Item {}
