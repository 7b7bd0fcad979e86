package io.weir.elasticsearch.outbox;

import io.weir.webhook.SigningKey;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.elasticsearch.common.settings.SecureSetting;
import org.elasticsearch.common.settings.SecureString;
import org.elasticsearch.common.settings.Setting;
import org.elasticsearch.common.settings.Setting.AffixSetting;
import org.elasticsearch.common.settings.Setting.Property;
import org.elasticsearch.common.settings.Settings;

/**
 * The webhooks of this node. Addresses stand in {@code elasticsearch.yml} and secrets in the keystore: whoever may only send
 * requests can name a webhook, and can neither point one somewhere else nor read its secret.
 */
public final class WebhookSettings {
    private static final String PREFIX = "weir.webhook.";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
    private static final int DEFAULT_PER_MINUTE = 6_000;

    /** Where a webhook listens. */
    static final AffixSetting<String> URL = Setting.affixKeySetting(
            PREFIX, "url", key -> Setting.simpleString(key, value -> checked(key, value), Property.NodeScope));

    /** Whether {@code http} may leave this machine. What is sent is signed and not encrypted then. */
    static final AffixSetting<Boolean> ALLOW_HTTP =
            Setting.affixKeySetting(PREFIX, "allow_http", key -> Setting.boolSetting(key, false, Property.NodeScope));

    /** Deliveries a minute at most. */
    static final AffixSetting<Integer> PER_MINUTE = Setting.affixKeySetting(
            PREFIX,
            "max_per_minute",
            key -> Setting.intSetting(key, DEFAULT_PER_MINUTE, 1, 1_000_000, Property.NodeScope));

    /** Signs what is sent; in the keystore. */
    static final AffixSetting<SecureString> SECRET =
            Setting.affixKeySetting(PREFIX, "secret", key -> SecureSetting.secureString(key, null));

    private WebhookSettings() {}

    /** All settings of webhooks. */
    public static List<Setting<?>> all() {
        return List.of(URL, ALLOW_HTTP, PER_MINUTE, SECRET);
    }

    /**
     * Reads the webhooks without their secrets.
     *
     * @throws IllegalArgumentException naming the setting, its value and what is allowed
     */
    static Map<String, Webhook> read(Settings settings) {
        Map<String, Webhook> webhooks = new HashMap<>();
        URL.getAsMap(settings).forEach((name, url) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        PREFIX + name + ".url names the webhook '" + name + "', must match " + NAME.pattern());
            }
            boolean allowHttp = ALLOW_HTTP.getConcreteSettingForNamespace(name).get(settings);
            webhooks.put(
                    name,
                    new Webhook(
                            name,
                            address(PREFIX + name + ".url", url, allowHttp),
                            PER_MINUTE.getConcreteSettingForNamespace(name).get(settings)));
        });
        return Map.copyOf(webhooks);
    }

    /**
     * Reads the secrets. The keystore is open only while the server calls for a reload, so they are parsed at once.
     *
     * @throws IllegalArgumentException naming the setting; the message never holds the secret
     */
    static Map<String, SigningKey> readSecrets(Settings settings) {
        Map<String, SigningKey> keys = new HashMap<>();
        SECRET.getAsMap(settings).forEach((name, secret) -> {
            try (secret) {
                keys.put(name, SigningKey.parse(secret.toString()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(PREFIX + name + ".secret: " + e.getMessage());
            }
        });
        return Map.copyOf(keys);
    }

    private static void checked(String key, String value) {
        // Whether http is allowed depends on another setting, so that is checked when all are read.
        address(key, value, true);
    }

    private static URI address(String key, String value, boolean allowHttp) {
        URI url;
        try {
            url = new URI(value);
        } catch (URISyntaxException e) {
            throw wrong(key, value, "it is not a URL: " + e.getReason());
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw wrong(key, value, "it must be http or https with a host");
        }
        if (url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    key + " must hold neither credentials nor a fragment; secrets belong into the keystore");
        }
        if (scheme.equals("http") && !allowHttp && !loopback(url.getHost())) {
            throw wrong(
                    key,
                    value,
                    "http is only allowed to this machine; use https, or accept that incidents can be read on the way with "
                            + key.replace(".url", ".allow_http") + ": true");
        }
        return url;
    }

    /** Only what is loopback by its spelling: a name that resolves to it today may not tomorrow. */
    private static boolean loopback(String host) {
        String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        if (plain.equals("localhost")) {
            return true;
        }
        if (!plain.matches("[0-9.]+|[0-9a-fA-F:]+")) {
            return false;
        }
        try {
            return InetAddress.getByName(plain).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static IllegalArgumentException wrong(String key, String value, String why) {
        return new IllegalArgumentException(key + " is '" + value + "'; " + why);
    }
}
