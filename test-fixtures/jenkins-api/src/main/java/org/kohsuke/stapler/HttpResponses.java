package org.kohsuke.stapler;

import org.jspecify.annotations.Nullable;

/** Usual answers. */
public class HttpResponses {
    private HttpResponses() {}

    /** An answer that can be thrown. */
    public abstract static class HttpResponseException extends RuntimeException implements HttpResponse {
        private static final long serialVersionUID = 1L;

        /** With a message. */
        protected HttpResponseException(@Nullable String message) {
            super(message);
        }
    }

    /** Goes to the page that the request was made from. */
    public static HttpResponse redirectToDot() {
        return new HttpRedirect(".");
    }

    /** Says an error of a status. */
    public static HttpResponseException errorWithoutStack(int code, String errorMessage) {
        return new HttpResponseException(errorMessage) {
            private static final long serialVersionUID = 1L;
        };
    }
}
