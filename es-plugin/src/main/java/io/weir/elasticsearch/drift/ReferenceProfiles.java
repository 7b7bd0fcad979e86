package io.weir.elasticsearch.drift;

import io.weir.elasticsearch.api.ApiResponse;
import io.weir.elasticsearch.profile.ProfileReference;
import io.weir.elasticsearch.profile.ProfileSnapshot;
import java.util.concurrent.ExecutionException;
import org.elasticsearch.ExceptionsHelper;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.common.cache.Cache;
import org.elasticsearch.common.cache.CacheBuilder;
import org.elasticsearch.common.unit.ByteSizeValue;
import org.elasticsearch.common.util.BigArrays;

/**
 * Stored profiles that searches compare with. Those that were used last are kept unpacked, by the digest of their content: each
 * search asks the store anew what its reference stands for, and whether its user may know, and then need not read it again.
 *
 * <p>Memory: at most the size it is given, and what is being unpacked is on the request circuit breaker.
 */
final class ReferenceProfiles {
    private final Cache<String, ReferenceProfile> unpacked;

    /** The node's once it has them. */
    private volatile BigArrays arrays = BigArrays.NON_RECYCLING_INSTANCE;

    ReferenceProfiles(ByteSizeValue size) {
        this.unpacked = CacheBuilder.<String, ReferenceProfile>builder()
                .setMaximumWeight(size.getBytes())
                .weigher((digest, profile) -> profile.ramBytesUsed())
                .build();
    }

    /** Unpacks on the circuit breaker of these from now on. */
    void chargeTo(BigArrays nodes) {
        arrays = nodes;
    }

    /**
     * A profile that was found.
     *
     * @param id name and version
     * @param profile its content
     */
    record Found(String id, ReferenceProfile profile) {}

    /** Finds a profile as the current user. */
    void find(Client client, ProfileReference reference, ActionListener<Found> listener) {
        ProfileSnapshot.find(client, reference, listener.delegateFailureAndWrap((next, snapshot) -> {
            ReferenceProfile known = unpacked.get(snapshot.digest());
            if (known != null) {
                next.onResponse(new Found(snapshot.id(), known));
            } else {
                snapshot.fetch(client, next.map(answer -> new Found(snapshot.id(), unpack(snapshot, answer))));
            }
        }));
    }

    /** Of many searches at once, one unpacks it. */
    private ReferenceProfile unpack(ProfileSnapshot snapshot, ApiResponse answer) {
        try {
            return unpacked.computeIfAbsent(
                    snapshot.digest(), digest -> snapshot.unpack(answer, arrays, ReferenceProfile::new));
        } catch (ExecutionException e) {
            throw ExceptionsHelper.convertToRuntime((Exception) e.getCause());
        }
    }
}
