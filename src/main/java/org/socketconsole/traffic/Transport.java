package org.socketconsole.traffic;

import static org.socketconsole.net.SocketConstants.AF_CAN;
import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;
import static org.socketconsole.net.SocketConstants.AF_PACKET;
import static org.socketconsole.net.SocketConstants.AF_RDS;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.AF_VSOCK;
import static org.socketconsole.net.SocketConstants.IPPROTO_MPTCP;
import static org.socketconsole.net.SocketConstants.IPPROTO_SCTP;
import static org.socketconsole.net.SocketConstants.IPPROTO_TCP;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import java.util.Set;

/// What carries a socket's bytes, as the kernel says: its family, type and protocol, see socket(2).
public record Transport(int family, int type, int proto) {

    /// The families that read `MSG_ERRQUEUE`, each in its `recvmsg` of Linux 6.18: net/ipv4,
    /// net/ipv6, net/packet, net/rds, net/can, net/vmw_vsock.
    private static final Set<Integer> ERROR_QUEUES =
            Set.of(AF_INET, AF_INET6, AF_PACKET, AF_RDS, AF_CAN, AF_VSOCK);

    public boolean isStream() {
        return type == SOCK_STREAM;
    }

    /// A raw socket may have its number, and has its packets.
    public boolean isTcp() {
        return isInet() && isStream() && proto == IPPROTO_TCP;
    }

    /// MPTCP is TCP to its user.
    public boolean isTcpStream() {
        return isTcp() || isInet() && isStream() && proto == IPPROTO_MPTCP;
    }

    public boolean isUnixStream() {
        return family == AF_UNIX && isStream();
    }

    /// Whether there is a queue of errors, on which nothing waits; others ignore `MSG_ERRQUEUE`.
    public boolean hasErrorQueue() {
        return ERROR_QUEUES.contains(family) && proto != IPPROTO_SCTP;
    }

    public boolean isInet() {
        return family == AF_INET || family == AF_INET6;
    }
}
