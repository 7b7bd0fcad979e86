package io.weir.elasticsearch.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a name in the order in which they were stored, and its aliases: one small document, so that moving an alias
 * is one conditional write.
 *
 * @param name the profile's name
 * @param versions oldest first
 * @param aliases of versions; {@link ProfileReference#LATEST} is not among them, it follows from the versions
 */
record ProfileName(String name, List<String> versions, Map<String, String> aliases) {
    /** Old versions of a name have to be deleted before there are more. */
    static final int MAX_VERSIONS = 1_000;

    static final int MAX_ALIASES = 100;
    private static final int MAX_TEXT = 100;

    ProfileName {
        versions = List.copyOf(versions);
        aliases = Map.copyOf(aliases);
    }

    static ProfileName empty(String name) {
        return new ProfileName(name, List.of(), Map.of());
    }

    /** Id of the document of that name: no version is empty. */
    static String id(String name) {
        return name + "@";
    }

    /** The version that a version or alias stands for; null if there is none. */
    @Nullable
    String version(String revision) {
        if (revision.equals(ProfileReference.LATEST)) {
            return versions.isEmpty() ? null : versions.getLast();
        }
        String aliased = aliases.get(revision);
        return aliased != null ? aliased : versions.contains(revision) ? revision : null;
    }

    /** All aliases, the moving one included. */
    Map<String, String> allAliases() {
        Map<String, String> all = new TreeMap<>(aliases);
        if (!versions.isEmpty()) {
            all.put(ProfileReference.LATEST, versions.getLast());
        }
        return all;
    }

    ProfileName withVersion(String version) {
        if (versions.contains(version)) {
            return this;
        }
        List<String> more = new ArrayList<>(versions);
        more.add(version);
        return new ProfileName(name, more, aliases);
    }

    ProfileName withoutVersion(String version) {
        return new ProfileName(
                name, versions.stream().filter(each -> !each.equals(version)).toList(), aliases);
    }

    ProfileName withAlias(String alias, @Nullable String version) {
        Map<String, String> changed = new TreeMap<>(aliases);
        if (version == null) {
            changed.remove(alias);
        } else {
            changed.put(alias, version);
        }
        return new ProfileName(name, versions, changed);
    }

    ObjectNode write() {
        ObjectNode node = StrictJson.object();
        ObjectNode profile =
                node.putObject("weir").putObject("profile").put("doc", "name").put("name", name);
        ArrayNode all = profile.putArray("versions");
        versions.forEach(all::add);
        ObjectNode named = profile.putObject("aliases");
        new TreeMap<>(aliases).forEach(named::put);
        return node;
    }

    static ProfileName read(ObjectNode source) {
        JsonFields fields = new JsonFields(source, "").object("weir").object("profile");
        return new ProfileName(
                fields.text("name", MAX_TEXT),
                fields.texts("versions", 2 * MAX_VERSIONS, MAX_TEXT),
                fields.textMap("aliases", 2 * MAX_ALIASES, MAX_TEXT));
    }
}
