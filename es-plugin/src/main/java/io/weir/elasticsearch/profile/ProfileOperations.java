package io.weir.elasticsearch.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.api.ApiResponse;
import io.weir.elasticsearch.store.StoredDocument;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileJson;
import java.time.Instant;
import java.util.Set;
import java.util.function.LongSupplier;
import org.elasticsearch.ResourceNotFoundException;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.rest.RestStatus;
import org.jspecify.annotations.Nullable;

/** What callers may ask of profiles. */
public final class ProfileOperations {
    private final ProfileStore store;
    private final ProfileSearch search;
    private final BigArrays arrays;
    private final LongSupplier clock;

    ProfileOperations(ProfileStore store, ProfileSearch search, BigArrays arrays, LongSupplier clock) {
        this.store = store;
        this.search = search;
        this.arrays = arrays;
        this.clock = clock;
    }

    ApiResponse put(ApiRequest request) {
        ProfileReference reference = reference(request);
        String build = note(request, "build");
        String dataDigest = note(request, "data_digest");
        if (!request.hasBody()) {
            throw new InvalidJsonException("the request has no body; send a profile as JSON");
        }
        try (ProfileMemory memory = ProfileMemory.of(arrays, reference.toString())) {
            memory.sent(request.bodyBytes());
            DatasetProfile profile = ProfileJson.read(
                            request.body(ProfileStore.MAX_BYTES), ProfileStore.MAX_INFLATED, memory::inflated)
                    .profile();
            StoredProfile stored = new StoredProfile(
                    reference,
                    ProfileJson.digest(profile),
                    profile.rows(),
                    profile.columns().size(),
                    Instant.ofEpochMilli(clock.getAsLong()),
                    build,
                    dataDigest);
            boolean created = store.put(stored, profile);
            ObjectNode answer = stored.shown().put("result", created ? "created" : "unchanged");
            return ApiResponse.of(created ? RestStatus.CREATED : RestStatus.OK, answer);
        }
    }

    ApiResponse get(ApiRequest request) {
        ProfileReference reference = reference(request);
        if (!wantsContent(request)) {
            return ApiResponse.ok(store.head(reference).shown());
        }
        try (ProfileMemory memory = ProfileMemory.of(arrays, reference.toString())) {
            StoredDocument document = store.find(reference, memory);
            ObjectNode answer = ProfileStore.read(document).shown();
            answer.set("profile", ProfileStore.content(document));
            return ApiResponse.ok(answer);
        }
    }

    private static boolean wantsContent(ApiRequest request) {
        Set<String> said = request.oneOf(ProfileActions.CONTENT, Set.of("true", "false"));
        return said.isEmpty() || said.contains("true");
    }

    ApiResponse list(ApiRequest request) {
        return ApiResponse.ok(search.list(request, null));
    }

    ApiResponse versions(ApiRequest request) {
        String name = ProfileReference.checked(request.parameter("name"), "profile name");
        ProfileName found = store.name(name);
        if (found.versions().isEmpty()) {
            throw new ResourceNotFoundException("there is no profile " + name);
        }
        return ApiResponse.ok(withAliases(search.list(request, name), found));
    }

    ApiResponse delete(ApiRequest request) {
        ProfileReference reference = reference(request);
        store.delete(reference);
        return ApiResponse.ok(
                StrictJson.object().put("id", reference.toString()).put("result", "deleted"));
    }

    ApiResponse putAlias(ApiRequest request) {
        JsonFields fields = request.fields();
        String version = ProfileReference.checked(fields.text("version", 100), "version");
        fields.end();
        return alias(request, version);
    }

    ApiResponse deleteAlias(ApiRequest request) {
        return alias(request, null);
    }

    private ApiResponse alias(ApiRequest request, @Nullable String version) {
        String name = ProfileReference.checked(request.parameter("name"), "profile name");
        String alias = ProfileReference.checked(request.parameter("alias"), "alias");
        if (alias.equals(ProfileReference.LATEST)) {
            throw new InvalidJsonException("alias 'latest' is the newest version and moves by itself; choose another");
        }
        ProfileName changed = store.edit(name, before -> {
            if (version == null && !before.aliases().containsKey(alias)) {
                throw new ResourceNotFoundException("profile " + name + " has no alias '" + alias + "'");
            }
            if (version != null) {
                checkAlias(before, alias, version);
            }
            return before.withAlias(alias, version);
        });
        return ApiResponse.ok(withAliases(StrictJson.object().put("name", name), changed));
    }

    private static void checkAlias(ProfileName name, String alias, String version) {
        if (!name.versions().contains(version)) {
            throw ProfileStore.absent(name, new ProfileReference(name.name(), version));
        }
        if (name.versions().contains(alias)) {
            throw new InvalidJsonException(
                    "'" + alias + "' is a version of " + name.name() + "; an alias needs a name of its own");
        }
        if (name.aliases().size() >= ProfileName.MAX_ALIASES && !name.aliases().containsKey(alias)) {
            throw new InvalidJsonException("profile " + name.name() + " has "
                    + name.aliases().size() + " aliases, which is the limit; delete one");
        }
    }

    private static ObjectNode withAliases(ObjectNode answer, ProfileName name) {
        ObjectNode aliases = answer.putObject("aliases");
        name.allAliases().forEach(aliases::put);
        ArrayNode versions = answer.putArray("versions");
        name.versions().reversed().forEach(versions::add);
        return answer;
    }

    private static ProfileReference reference(ApiRequest request) {
        return new ProfileReference(request.parameter("name"), request.parameter("version"));
    }

    private static @Nullable String note(ApiRequest request, String parameter) {
        String note = request.optional(parameter);
        if (note != null && note.length() > StoredProfile.MAX_NOTE) {
            throw new InvalidJsonException("parameter " + parameter + " has " + note.length() + " characters, at most "
                    + StoredProfile.MAX_NOTE + " are allowed");
        }
        return note;
    }
}
