package org.socketconsole.net;

import java.util.List;
import java.util.regex.Pattern;

/// Which of the thousands of names in the headers are constants of the socket interface.
final class HeaderNames {

    /// The families whose tables are meant to be complete.
    private static final Pattern FAMILIES =
            anyOf(
                    "(AF|PF|SOCK|SO|SOL|MSG|SCM|SHUT)_\\w+|SOMAXCONN",
                    "(IPPROTO|IPPORT|INADDR|IP|IPTOS|IPV6|MCAST|TCP|TCPI_OPT|UDP)_\\w+",
                    "(AI|GAI|NI|EAI)_\\w+",
                    "(NETLINK|RTMGRP|PACKET|TPACKET|VMADDR|ALG|QRTR|LLC_OPT)_\\w+",
                    "(CAN_RAW|CAN_ISOTP|SCTP_SOCKOPT|SCTP_AUTH|XDP_UMEM|BTPROTO)_\\w+",
                    "(RDS_CMSG|RDS_TRANS|RDS_RDMA|TIPC_ADDR|TIPC_SUB|TIPC_ERR|TIPC_GROUP)_\\w+",
                    "(ARPHRD|ETHERTYPE|ETH_P|IFF)_\\w+",
                    "SIOC\\w+|FIO[A-Z]+|POLL[A-Z]+|E[A-Z0-9]+");

    private static final Pattern EXCEPTIONS =
            anyOf(
                    // the ends of ranges, which grow, and other limits and sizes
                    "(AF|PF|IPPROTO)_MAX|RDS_TRANS_(COUNT|GAP)|LLC_OPT_MAX\\w*",
                    "TPACKET_(ALIGNMENT|HDRLEN)|ETHERM(IN|TU)",
                    // the contents of packet headers and of notifications
                    "IPV6_(PRIORITY|TLV|OPT)_\\w+|SCTP_AUTH_(HMAC_ID|NO_AUTH|NEW_?KEY|FREE_KEY)\\w*",
                    // first values of settings
                    "CAN_ISOTP_(DEFAULT_\\w+|FRAME_TXTIME_ZERO)",
                    // details of TCP cookie transactions, which Linux removed
                    "TCP_(COOKIE|S_DATA)\\w+",
                    // the terminal's, not an error number
                    "ECHO\\w*|EXT[AB]|EOF",
                    // a set of flags, and a name for one that is not defined
                    "IFF_VOLATILE|SCM_SRCRT",
                    // one family's own ioctls, all counted from SIOCPROTOPRIVATE
                    "SIOC(AX25|KCM|MCTP|NR|PN|RDS|RS|X25)\\w+",
                    "SIOC(UNIXFILE|GETLINKNAME|GETNODEID)");

    private HeaderNames() {}

    static boolean areInScope(String name) {
        return FAMILIES.matcher(name).matches() && !EXCEPTIONS.matcher(name).matches();
    }

    private static Pattern anyOf(String... patterns) {
        return Pattern.compile(String.join("|", List.of(patterns)));
    }
}
