package org.socketconsole.socket;

import static org.socketconsole.net.SocketConstants.SOL_SOCKET;

import org.socketconsole.net.Constants;

import java.util.Map;

/// The names of a control message's level and type: the level decides whose the type is, see
/// cmsg(3).
final class ControlNames {

    private static final Map<String, String> PREFIXES =
            Map.of(
                    "SOL_SOCKET", "SCM_",
                    "IPPROTO_IP", "IP_",
                    "IPPROTO_IPV6", "IPV6_",
                    "IPPROTO_TCP", "TCP_",
                    "IPPROTO_UDP", "UDP_",
                    "SOL_PACKET", "PACKET_OPTION",
                    "SOL_NETLINK", "NETLINK_OPTION",
                    "SOL_ALG", "ALG_",
                    "SOL_TLS", "TLS_CMSG");

    private ControlNames() {}

    static String level(int level) {
        String protocol = Constants.name("IPPROTO_", level);
        if (level == SOL_SOCKET) {
            return "SOL_SOCKET";
        }
        return protocol.startsWith("IPPROTO_") ? protocol : Constants.name("SOL_", level);
    }

    static String type(int level, int type) {
        String prefix = PREFIXES.get(level(level));
        return prefix == null ? Integer.toString(type) : Constants.name(prefix, type);
    }
}
