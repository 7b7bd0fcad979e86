package io.weir.evaluation.endpoint;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The usual policy: public addresses; private ones and this machine if allowed; never link-local addresses and those where clouds
 * keep their metadata, nor what is no single machine. IPv4 addresses inside of IPv6 ones count as themselves.
 *
 * @param loopback whether this machine may be talked to
 * @param privateNetworks whether addresses may be that are not routed in the internet
 */
public record NetworkPolicy(boolean loopback, boolean privateNetworks) implements AddressPolicy {
    /** Public addresses only. */
    public static final NetworkPolicy PUBLIC = new NetworkPolicy(false, false);

    /** All that the policy ever allows. */
    public static final NetworkPolicy LOCAL = new NetworkPolicy(true, true);

    /** Metadata services at addresses that are not link-local: Alibaba, Azure, Oracle (all IPv4), and Amazon over IPv6. */
    private static final Set<String> METADATA =
            Set.of("646464c8", "a83f8110", "c00000c0", "fd000ec2000000000000000000000254");

    @Override
    public @Nullable String refusal(InetAddress given) {
        InetAddress address = inner(given);
        byte[] bytes = address.getAddress();
        if (address.isLinkLocalAddress() || METADATA.contains(HexFormat.of().formatHex(bytes))) {
            return "a link-local address or one of a cloud's metadata service";
        }
        boolean none = bytes.length == 4 && (bytes[0] == 0 || (bytes[0] & 0xF0) == 0xF0);
        if (none || address.isAnyLocalAddress() || address.isMulticastAddress()) {
            return "the address of no single machine";
        }
        if (address.isLoopbackAddress()) {
            return loopback ? null : "this machine itself, which is not allowed here";
        }
        return isPrivate(address) && !privateNetworks ? "in a private network, which is not allowed here" : null;
    }

    /** Whether an address is not routed in the internet, this machine's own among them. */
    static boolean isPrivate(InetAddress given) {
        InetAddress address = inner(given);
        byte[] bytes = address.getAddress();
        boolean local = address.isLoopbackAddress() || address.isSiteLocalAddress();
        // fc00::/7 are unique local addresses; 100.64.0.0/10 is what carriers share.
        return local
                || (address instanceof Inet6Address
                        ? (bytes[0] & 0xFE) == 0xFC
                        : bytes[0] == 100 && (bytes[1] & 0xC0) == 0x40);
    }

    /** The IPv4 address that an IPv6 address leads to: compatible, NAT64, 6to4; else the address itself. */
    private static InetAddress inner(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return address;
        }
        String hex = HexFormat.of().formatHex(bytes);
        boolean compatible = hex.startsWith("0".repeat(24)) && !hex.startsWith("0".repeat(30));
        if (compatible || hex.startsWith("0064ff9b" + "0".repeat(16))) {
            return ofBytes(Arrays.copyOfRange(bytes, 12, 16));
        }
        return hex.startsWith("2002") ? ofBytes(Arrays.copyOfRange(bytes, 2, 6)) : address;
    }

    private static InetAddress ofBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
