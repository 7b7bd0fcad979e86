package io.weir.jenkins.elasticsearch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The form of addresses that something is sent to. */
public final class ElasticsearchUrl {
    private ElasticsearchUrl() {}

    /** As {@link #normalised(String, String)}, of the setting {@code elasticsearchUrl}. */
    public static String normalised(String text) {
        return normalised("elasticsearchUrl", text);
    }

    /**
     * The address without a slash at its end; empty stays empty.
     *
     * @param setting what it was given as, for messages
     * @throws IllegalArgumentException naming the setting, the address and what is wrong with it
     */
    public static String normalised(String setting, String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty()) {
            return "";
        }
        URI uri = parse(setting, trimmed);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw wrong(setting, trimmed, "must begin with http:// or https://");
        }
        if (uri.getHost() == null) {
            throw wrong(setting, trimmed, "must name a host");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(setting + " must not contain a user or password; choose credentials");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw wrong(setting, trimmed, "must end with its path, without ? or #");
        }
        if (isLinkLocal(uri.getHost())) {
            throw wrong(
                    setting,
                    trimmed,
                    "must not be a link-local address: that is where clouds keep their metadata services");
        }
        return trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }

    /** Whether an address in that form stays on this machine. */
    public static boolean isLoopback(String url) {
        String host = parse("address", url).getHost();
        return host != null && (host.startsWith("127.") || host.equals("localhost") || host.equals("[::1]"));
    }

    private static boolean isLinkLocal(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("169.254.") || lower.startsWith("[fe80:") || lower.equals("metadata.google.internal");
    }

    private static URI parse(String setting, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrong(setting, text, "is not an address: " + e.getReason());
        }
    }

    private static IllegalArgumentException wrong(String setting, String text, String why) {
        return new IllegalArgumentException(setting + " is '" + text + "', " + why);
    }
}
