package net.sf.json;

/** A submitted form. The plugin passes it on and never looks inside. */
public final class JSONObject {
    private JSONObject() {}
}
