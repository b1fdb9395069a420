package org.socketconsole.traffic;

import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

/// What carries a socket's bytes: its family, type and protocol, see socket(2).
public record Transport(int family, int type, int proto) {

    public boolean isStream() {
        return type == SOCK_STREAM;
    }

    boolean isInet() {
        return family == AF_INET || family == AF_INET6;
    }
}
