package io.weir.jenkins.webhook;

import io.weir.webhook.Received;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What matters of an HTTP request.
 *
 * @param method HTTP method
 * @param path what follows {@code /weir/deliver}
 * @param contentType media type as sent, or null
 * @param length declared length, -1 if none
 * @param headers the signature's headers
 * @param body the body, not yet read
 * @param remote address of the caller, for the audit
 */
record Request(
        String method,
        String path,
        @Nullable String contentType,
        long length,
        Received headers,
        InputStream body,
        String remote) {}
