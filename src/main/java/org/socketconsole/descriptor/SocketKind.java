package org.socketconsole.descriptor;

import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;
import static org.socketconsole.net.SocketConstants.AF_NETLINK;
import static org.socketconsole.net.SocketConstants.SOCK_RAW;
import static org.socketconsole.net.SocketConstants.SOCK_SEQPACKET;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.socketconsole.net.Constants;

/// What a socket was made as, or taken for by `fromfd`: its family and type, see socket(2). The
/// protocol is the kernel's.
public record SocketKind(int family, int type, int proto) {

    public boolean isStream() {
        return type == SOCK_STREAM;
    }

    public boolean isSeqpacket() {
        return type == SOCK_SEQPACKET;
    }

    /// A raw IP socket keeps its protocol where others have their port.
    public boolean isRawInet() {
        return isInet() && type == SOCK_RAW;
    }

    public String familyName() {
        return Constants.name("AF_", family);
    }

    public String typeName() {
        return Constants.name("SOCK_", type);
    }

    public String protoName() {
        if (isInet()) {
            return Constants.name("IPPROTO_", proto);
        }
        return family == AF_NETLINK && proto != 0
                ? Constants.name("NETLINK_", proto)
                : Integer.toString(proto);
    }

    private boolean isInet() {
        return family == AF_INET || family == AF_INET6;
    }
}
