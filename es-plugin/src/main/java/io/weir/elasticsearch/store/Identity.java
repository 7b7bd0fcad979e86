package io.weir.elasticsearch.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.elasticsearch.common.UUIDs;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.indices.SystemIndices;
import org.jspecify.annotations.Nullable;

/**
 * As whom Weir acts. Never under an internal origin of the server: those carry more rights than any user has.
 *
 * <p>Its own indices are read and written with the credentials of the keystore. A detector searches as the user who put it,
 * whose authentication is kept with the detector; without one, with those credentials. On a server without security neither
 * exists, and nobody looks at who asks.
 */
public final class Identity {
    private static final String AUTHORIZATION = "Authorization";

    /** What the server's security puts into the context of an authenticated request. */
    private static final List<String> CREATOR = List.of("_xpack_security_authentication", "es-security-runas-user");

    private final ThreadContext context;
    private final Supplier<@Nullable String> authorization;

    /**
     * The login of a user that there is not, in place of missing credentials. A request of a plugin that carries none runs as
     * the server's own {@code _system}, which may read and write every index; one that carries this is refused.
     */
    private final String nobody = "Basic "
            + Base64.getEncoder()
                    .encodeToString(
                            ("weir-has-no-credentials:" + UUIDs.randomBase64UUID()).getBytes(StandardCharsets.UTF_8));

    /** An identity whose {@code Authorization} header may be absent and may change. */
    public Identity(ThreadContext context, Supplier<@Nullable String> authorization) {
        this.context = context;
        this.authorization = authorization;
    }

    /** Who sent the current request, to act as them later; empty on a server without security. */
    public Map<String, String> caller() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : CREATOR) {
            String value = context.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    /** Acts as Weir until the result is closed. */
    public ThreadContext.StoredContext asWeir() {
        ThreadContext.StoredContext before = context.stashContext();
        String header = authorization.get();
        context.putHeader(AUTHORIZATION, header != null ? header : nobody);
        return before;
    }

    /** Acts as a detector's creator until the result is closed; as Weir if there is none. */
    public ThreadContext.StoredContext as(Map<String, String> creator) {
        ThreadContext.StoredContext before = creator.isEmpty() ? asWeir() : context.stashContext();
        // Indices that belong to a feature of the server are no telemetry.
        context.putHeader(SystemIndices.SYSTEM_INDEX_ACCESS_CONTROL_HEADER_KEY, Boolean.FALSE.toString());
        creator.forEach((name, value) -> {
            // Only what was taken by caller(): a document must not be able to set any other header.
            if (CREATOR.contains(name)) {
                context.putHeader(name, value);
            }
        });
        return before;
    }
}
