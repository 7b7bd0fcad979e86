package io.weir.elasticsearch.outbox;

import io.weir.webhook.SigningKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.elasticsearch.common.settings.Settings;

/** The webhooks that this node knows, with the secrets it has now. */
public final class Webhooks {
    private final Map<String, Webhook> webhooks;
    private volatile Map<String, SigningKey> keys;

    /**
     * Reads the webhooks and, while the keystore is open, their secrets.
     *
     * @throws IllegalArgumentException naming the setting, its value and what is allowed; the node does not start then
     */
    public Webhooks(Settings settings) {
        this.webhooks = WebhookSettings.read(settings);
        this.keys = WebhookSettings.readSecrets(settings);
    }

    /** Reads the secrets anew; those of before stay if one is unusable. */
    public void reload(Settings settings) {
        keys = WebhookSettings.readSecrets(settings);
    }

    /** What is wrong with these names: unknown webhooks, or no secret; empty if nothing is. */
    public List<String> problems(Collection<String> names) {
        return names.stream().flatMap(name -> problem(name).stream()).toList();
    }

    /** Names of all webhooks. */
    public Collection<String> names() {
        return new TreeSet<>(webhooks.keySet());
    }

    /** Keystore entries that hold a secret on this node. */
    public List<String> secretNames() {
        return keys.keySet().stream()
                .sorted()
                .map(name -> "weir.webhook." + name + ".secret")
                .toList();
    }

    Optional<String> problem(String name) {
        if (!webhooks.containsKey(name)) {
            return Optional.of("webhook '" + name + "' is unknown; this node has "
                    + (webhooks.isEmpty() ? "none" : String.join(", ", names())) + "; set weir.webhook." + name
                    + ".url in elasticsearch.yml of every node");
        }
        return keys.containsKey(name)
                ? Optional.empty()
                : Optional.of("webhook '" + name + "' has no secret on this node; add weir.webhook." + name
                        + ".secret to the keystore of every node and call POST _nodes/reload_secure_settings");
    }

    Optional<Webhook> webhook(String name) {
        return Optional.ofNullable(webhooks.get(name));
    }

    Optional<SigningKey> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }
}
