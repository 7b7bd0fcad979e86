package io.weir.evaluation.endpoint;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be talked to: whoever may write a url could otherwise reach what only this machine can.
 *
 * <p>Asked for every address of a name, before each request.
 */
@FunctionalInterface
public interface AddressPolicy {
    /** Why an address must not be talked to, going on from "is", or null if it may be. */
    @Nullable
    String refusal(InetAddress address);
}
