package org.socketconsole.descriptor;

import static org.socketconsole.net.SocketConstants.SOL_SOCKET;

import static java.util.Map.entry;

import org.socketconsole.net.Constants;

import java.util.Map;

/// The names of a control message's level and type: the level decides whose the type is, see
/// cmsg(3).
public final class ControlNames {

    private static final Map<String, String> PREFIXES =
            Map.ofEntries(
                    entry("SOL_SOCKET", "SCM_"),
                    entry("IPPROTO_IP", "IP_"),
                    entry("IPPROTO_IPV6", "IPV6_"),
                    entry("IPPROTO_TCP", "TCP_"),
                    entry("IPPROTO_UDP", "UDP_"),
                    entry("SOL_PACKET", "PACKET_OPTION"),
                    entry("SOL_NETLINK", "NETLINK_OPTION"),
                    entry("SOL_ALG", "ALG_"),
                    entry("SOL_TLS", "TLS_CMSG"),
                    entry("SOL_RDS", "RDS_CMSG"),
                    entry("SOL_VSOCK", "VSOCK_"),
                    entry("SOL_CAN_J1939", "SCM_J1939"));

    private ControlNames() {}

    public static String level(int level) {
        String protocol = Constants.name("IPPROTO_", level);
        if (level == SOL_SOCKET) {
            return "SOL_SOCKET";
        }
        return protocol.startsWith("IPPROTO_") ? protocol : Constants.name("SOL_", level);
    }

    public static String type(int level, int type) {
        String prefix = PREFIXES.get(level(level));
        String name = prefix == null ? Integer.toString(type) : Constants.name(prefix, type);
        return level == SOL_SOCKET && !name.startsWith("SCM_") ? Constants.name("SO_", type) : name;
    }
}
