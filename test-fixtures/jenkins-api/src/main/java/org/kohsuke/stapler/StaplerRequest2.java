package org.kohsuke.stapler;

import jakarta.servlet.http.HttpServletRequest;
import net.sf.json.JSONObject;

/** A request. */
public interface StaplerRequest2 extends HttpServletRequest {
    /** What is left of the path after the object that answers; empty if nothing is. */
    String getRestOfPath();

    /** Calls an object's setters with what a form submits. */
    void bindJSON(Object bean, JSONObject source);
}
