package org.pinakes.harvester.fetch;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Decides whether the harvester may ask an address: http or https, no user info, and no private, loopback or link-local
 * host unless the operator named it. Checked after name resolution and again at each redirect, so that a provider cannot
 * make us ask our own network. (The JVM keeps a resolved name for 30 s, so the client connects to what was checked.)
 *
 * @param privateHosts host names that may be private
 */
public record OutboundGuard(Set<String> privateHosts) {

    public OutboundGuard {
        privateHosts = Set.copyOf(privateHosts);
    }

    /** Throws with a sentence that says what is refused and why. */
    void check(URI uri) throws IOException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (!(scheme.equals("http") || scheme.equals("https")) || host == null || uri.getUserInfo() != null) {
            throw new IOException("refused to ask " + uri + ": only plain http and https addresses are fetched");
        }
        if (privateHosts.contains(host.toLowerCase(Locale.ROOT))) {
            return;
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (isPrivate(address)) {
                    throw new IOException("refused to ask " + uri + ": " + host + " is a private address ("
                            + address.getHostAddress()
                            + "); if it is meant, name it under 'outbound.private-hosts' in the configuration");
                }
            }
        } catch (UnknownHostException e) {
            throw new IOException("the host " + host + " is not known", e);
        }
    }

    private static boolean isPrivate(InetAddress a) {
        byte[] b = a.getAddress();
        boolean uniqueLocal = a instanceof Inet6Address && (b[0] & 0xfe) == 0xfc;
        boolean sharedSpace = b.length == 4 && (b[0] & 0xff) == 100 && (b[1] & 0xc0) == 64;
        return a.isAnyLocalAddress()
                || a.isLoopbackAddress()
                || a.isLinkLocalAddress()
                || a.isSiteLocalAddress()
                || a.isMulticastAddress()
                || uniqueLocal
                || sharedSpace;
    }
}
