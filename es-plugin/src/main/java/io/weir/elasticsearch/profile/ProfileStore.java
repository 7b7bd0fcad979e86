package io.weir.elasticsearch.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OrdinaryIndex;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.elasticsearch.store.StoredDocument;
import io.weir.elasticsearch.store.Write;
import io.weir.elasticsearch.store.Written;
import io.weir.json.InvalidJsonException;
import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.elasticsearch.ElasticsearchStatusException;
import org.elasticsearch.ResourceNotFoundException;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;
import org.elasticsearch.rest.RestStatus;

/**
 * Profiles in their index. The profile's own document decides: whoever creates it has stored the version. Its name's document
 * and those of its columns follow, and storing the same again completes what a crash cut short.
 */
final class ProfileStore {
    /** Larger ones are refused: 250 columns of the largest kind. A server holds it in memory while it reads and compares. */
    static final int MAX_BYTES = 16 << 20;

    /** The document has little more than the profile. */
    static final int MAX_DOCUMENT = MAX_BYTES + (1 << 16);

    /** What the sketches of a profile may inflate to: four times the largest document. */
    static final int MAX_INFLATED = 64 << 20;

    private static final int TRIES = 20;

    private final Documents whole;

    /** The same documents without their contents: what is needed of most of them. */
    private final Documents documents;

    private final OrdinaryIndex index;

    ProfileStore(Documents documents, OrdinaryIndex index) {
        this.whole = documents.ofAtMost(MAX_DOCUMENT);
        this.documents = documents.without(StoredProfile.DOCUMENT);
        this.index = index;
    }

    /**
     * Stores a version.
     *
     * @return false if it was there already, with the same content
     * @throws ElasticsearchStatusException 409 if it is there with another content, or its version is an alias
     */
    boolean put(StoredProfile stored, DatasetProfile profile) {
        index.ensure();
        checkRoom(stored.reference());
        boolean created = documents
                .write(
                        Write.create(OwnIndices.PROFILES, stored.id(), stored.write(ProfileJson.write(profile))),
                        RefreshPolicy.NONE)
                .done();
        StoredProfile there = created ? stored : read(found(documents, stored.id()));
        if (!there.digest().equals(stored.digest())) {
            throw conflict("profile " + stored.id() + " is there with another content (digest " + there.digest()
                    + ", not " + stored.digest() + "), and stored versions never change; choose another version");
        }
        edit(
                stored.reference().name(),
                name -> name.withVersion(stored.reference().revision()));
        // A conflict means that a request before this one, cut short, has written it.
        documents
                .write(ColumnDocuments.writes(there, profile), RefreshPolicy.NONE)
                .forEach(Written::orThrow);
        return created;
    }

    private void checkRoom(ProfileReference reference) {
        ProfileName name = name(reference.name());
        if (reference.revision().equals(ProfileReference.LATEST)
                || name.aliases().containsKey(reference.revision())) {
            throw conflict("'" + reference.revision() + "' is an alias of " + reference.name()
                    + "; a version needs a name of its own");
        }
        if (name.versions().size() >= ProfileName.MAX_VERSIONS
                && !name.versions().contains(reference.revision())) {
            throw new InvalidJsonException("profile " + reference.name() + " has "
                    + name.versions().size() + " versions, which is the limit; delete old ones");
        }
    }

    /** The version that a reference stands for, without its content. */
    StoredProfile head(ProfileReference reference) {
        return read(found(documents, version(reference).toString()));
    }

    /** The document of the version that a reference stands for; its size is told before it is parsed. */
    StoredDocument find(ProfileReference reference, ProfileMemory memory) {
        return found(whole.telling(memory::stored), version(reference).toString());
    }

    private ProfileReference version(ProfileReference reference) {
        ProfileName name = name(reference.name());
        String version = name.version(reference.revision());
        if (version == null) {
            throw absent(name, reference);
        }
        return new ProfileReference(reference.name(), version);
    }

    private static StoredDocument found(Documents among, String id) {
        return among.get(OwnIndices.PROFILES, id)
                .orElseThrow(() -> new ResourceNotFoundException("there is no profile " + id));
    }

    /** The versions and aliases of a name; none if nobody stored one. */
    ProfileName name(String name) {
        return documents
                .get(OwnIndices.PROFILES, ProfileName.id(name))
                .map(document -> ProfileName.read(document.source()))
                .orElseGet(() -> ProfileName.empty(name));
    }

    /** Deletes a version, with its columns. */
    void delete(ProfileReference reference) {
        ProfileName name = name(reference.name());
        if (!name.versions().contains(reference.revision())) {
            throw absent(name, reference);
        }
        edit(reference.name(), before -> {
            before.aliases().forEach((alias, version) -> {
                if (version.equals(reference.revision())) {
                    throw conflict("profile " + reference + " has the alias '" + alias + "'; move or delete it first");
                }
            });
            return before.withoutVersion(reference.revision());
        });
        Optional<StoredDocument> document = documents.get(OwnIndices.PROFILES, reference.toString());
        List<Write> writes = new ArrayList<>();
        document.ifPresent(profile -> {
            writes.add(Write.delete(OwnIndices.PROFILES, profile));
            documents
                    .get(OwnIndices.PROFILES, ColumnDocuments.ids(read(profile)))
                    .values()
                    .forEach(column -> writes.add(Write.delete(OwnIndices.PROFILES, column)));
        });
        documents.write(writes, RefreshPolicy.NONE).forEach(Written::orThrow);
    }

    /** Changes a name's document; somebody else's change in between is kept. */
    ProfileName edit(String name, UnaryOperator<ProfileName> change) {
        for (int i = 0; i < TRIES; i++) {
            Optional<StoredDocument> document = documents.get(OwnIndices.PROFILES, ProfileName.id(name));
            ProfileName before =
                    document.map(found -> ProfileName.read(found.source())).orElseGet(() -> ProfileName.empty(name));
            ProfileName after = change.apply(before);
            if (after.equals(before)) {
                return after;
            }
            Write write = document.map(found -> Write.replace(OwnIndices.PROFILES, found, after.write()))
                    .orElseGet(() -> Write.create(OwnIndices.PROFILES, ProfileName.id(name), after.write()));
            if (documents.write(write, RefreshPolicy.NONE).done()) {
                return after;
            }
        }
        throw conflict("profile " + name + " is being changed by many at once; try again");
    }

    static StoredProfile read(StoredDocument document) {
        return StoredProfile.read(document.source());
    }

    static ObjectNode content(StoredDocument document) {
        return (ObjectNode) document.source().path(StoredProfile.DOCUMENT);
    }

    static ResourceNotFoundException absent(ProfileName name, ProfileReference reference) {
        String known = name.versions().isEmpty()
                ? "no profile of that name is stored"
                : "there are the aliases " + name.allAliases().keySet() + " and "
                        + name.versions().size() + " versions, the newest "
                        + name.versions().getLast();
        return new ResourceNotFoundException("there is no profile " + reference + "; " + known);
    }

    private static ElasticsearchStatusException conflict(String message) {
        return new ElasticsearchStatusException(message, RestStatus.CONFLICT);
    }
}
