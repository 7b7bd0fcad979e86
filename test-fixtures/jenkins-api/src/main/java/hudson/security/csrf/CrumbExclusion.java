package hudson.security.csrf;

import hudson.ExtensionPoint;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets requests through without a crumb. */
public abstract class CrumbExclusion implements ExtensionPoint {
    /** Passes the request on and returns true if it needs no crumb; returns false otherwise. */
    public boolean process(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        return false;
    }
}
