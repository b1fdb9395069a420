package org.socketconsole.dns;

import org.socketconsole.net.SocketAddress;

/// A name server, as it was asked for.
record Server(String name, int port, SocketAddress address) {

    @Override
    public String toString() {
        return "the name server " + name + ", port " + port + ",";
    }
}
