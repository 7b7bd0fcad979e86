package io.weir.elasticsearch.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.api.ApiResponse;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileJson;
import org.elasticsearch.common.bytes.BytesReference;

/**
 * A stored profile as another part of the plugin got it.
 *
 * @param id name and version, never an alias
 * @param profile its content
 */
public record ProfileSnapshot(String id, DatasetProfile profile) {
    /** Reads the answer of {@link ProfileActions#GET}. */
    public static ProfileSnapshot read(ApiResponse answer) {
        byte[] json = BytesReference.toBytes(answer.json());
        ObjectNode node = StrictJson.parseObject(json, "profile", ProfileStore.MAX_DOCUMENT);
        JsonFields fields = new JsonFields(node, "profile");
        ObjectNode content = fields.raw("profile");
        return new ProfileSnapshot(
                fields.text("id", 300),
                ProfileJson.read(content == null ? StrictJson.object() : content, ProfileStore.MAX_INFLATED));
    }
}
