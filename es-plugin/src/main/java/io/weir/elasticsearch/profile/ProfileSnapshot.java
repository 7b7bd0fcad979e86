package io.weir.elasticsearch.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.api.ApiResponse;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileJson;
import io.weir.profile.ReadProfile;
import java.util.Map;
import java.util.function.Function;
import org.elasticsearch.ElasticsearchStatusException;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.rest.RestStatus;

/**
 * A stored profile as another part of the plugin sees it: which one it is, without its content.
 *
 * @param id name and version, never an alias
 * @param digest of its content: what has the same is the same
 */
public record ProfileSnapshot(String id, String digest) {
    /** Finds what a reference stands for now, as the current user. */
    public static void find(Client client, ProfileReference reference, ActionListener<ProfileSnapshot> listener) {
        ApiRequest head = ApiRequest.of(
                Map.of("name", reference.name(), "version", reference.revision(), ProfileActions.CONTENT, "false"));
        client.execute(ProfileActions.GET.action(), head, listener.map(answer -> {
            JsonFields fields = new JsonFields(tree(answer), "profile");
            return new ProfileSnapshot(fields.text("id", 300), fields.text("digest", 200));
        }));
    }

    /** Fetches its content, as the current user, for {@link #unpack}. */
    public void fetch(Client client, ActionListener<ApiResponse> listener) {
        ProfileReference reference = ProfileReference.parse(id);
        client.execute(
                ProfileActions.GET.action(),
                ApiRequest.of(Map.of("name", reference.name(), "version", reference.revision())),
                listener);
    }

    /**
     * What {@code use} makes of the content. While it is unpacked, its memory is on the circuit breaker; what is made of it
     * should be small.
     *
     * @throws org.elasticsearch.common.breaker.CircuitBreakingException if it takes more memory than the node has to spare
     * @throws ElasticsearchStatusException 409 if the answer has another content than this snapshot's
     */
    public <T> T unpack(ApiResponse answer, BigArrays arrays, Function<DatasetProfile, T> use) {
        try (ProfileMemory memory = ProfileMemory.of(arrays, id)) {
            memory.stored(answer.json().length());
            ObjectNode content = new JsonFields(tree(answer), "profile").raw("profile");
            ReadProfile read = ProfileJson.read(
                    content == null ? StrictJson.object() : content, ProfileStore.MAX_INFLATED, memory::inflated);
            if (!read.digest().equals(digest)) {
                throw new ElasticsearchStatusException(
                        "profile " + id + " has a content with the digest " + read.digest() + " where " + digest
                                + " was expected: it is being stored anew, so try again, or its document was changed in "
                                + "the index, so store it again",
                        RestStatus.CONFLICT);
            }
            return use.apply(read.profile());
        }
    }

    private static ObjectNode tree(ApiResponse answer) {
        return StrictJson.parseObject(BytesReference.toBytes(answer.json()), "profile", ProfileStore.MAX_DOCUMENT);
    }
}
