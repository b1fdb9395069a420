package org.socketconsole.traffic;

import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;
import static org.socketconsole.net.SocketConstants.IPPROTO_MPTCP;
import static org.socketconsole.net.SocketConstants.IPPROTO_TCP;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

/// What carries a socket's bytes, as the kernel says: its family, type and protocol, see socket(2).
public record Transport(int family, int type, int proto) {

    public boolean isStream() {
        return type == SOCK_STREAM;
    }

    public boolean isTcp() {
        return isInet() && proto == IPPROTO_TCP;
    }

    /// MPTCP is TCP to its user.
    public boolean isTcpStream() {
        return isTcp() || isInet() && proto == IPPROTO_MPTCP;
    }

    public boolean isInet() {
        return family == AF_INET || family == AF_INET6;
    }
}
