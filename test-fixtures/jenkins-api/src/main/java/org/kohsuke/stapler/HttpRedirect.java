package org.kohsuke.stapler;

/** Goes elsewhere. */
public final class HttpRedirect extends RuntimeException implements HttpResponse {
    private static final long serialVersionUID = 1L;

    /** To that address, relative to the request's. */
    public HttpRedirect(String url) {
        super(url);
    }
}
