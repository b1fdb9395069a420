package org.socketconsole.dns;

import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;

import org.socketconsole.libc.Libc;

import java.net.Inet6Address;
import java.net.InetAddress;

/// Addresses as the C library spells them, and with it all else here; the JDK writes out the zeros
/// of IPv6.
final class IpText {

    private IpText() {}

    static String of(InetAddress address) {
        int family = address instanceof Inet6Address ? AF_INET6 : AF_INET;
        return Libc.host().inet_ntop(family, address.getAddress()) + zone(address.getHostAddress());
    }

    private static String zone(String spelled) {
        int at = spelled.indexOf('%');
        return at < 0 ? "" : spelled.substring(at);
    }
}
