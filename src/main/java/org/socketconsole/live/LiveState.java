package org.socketconsole.live;

import org.socketconsole.dispatch.Operations;
import org.socketconsole.event.Hub;
import org.socketconsole.host.Platform;
import org.socketconsole.libc.Libc;
import org.socketconsole.live.PageFrames.Hello;
import org.socketconsole.socket.SocketList;
import org.socketconsole.traffic.ChunkViews;
import org.socketconsole.traffic.TrafficStore;
import org.springframework.stereotype.Component;

import java.util.UUID;

/// What all pages look at.
@Component
class LiveState {

    final Hub hub;
    final SocketList sockets;
    final Operations operations;
    final TrafficStore traffic;
    final ChunkViews chunks;
    final Hello hello;

    LiveState(
            Hub hub,
            SocketList sockets,
            Operations operations,
            TrafficStore traffic,
            ChunkViews chunks,
            Libc libc) {
        this.hub = hub;
        this.sockets = sockets;
        this.operations = operations;
        this.traffic = traffic;
        this.chunks = chunks;
        this.hello = hello(libc.gethostname());
    }

    private static Hello hello(String host) {
        return new Hello(
                host,
                Platform.name(),
                Platform.version(),
                Platform.byteOrder(),
                UUID.randomUUID().toString());
    }
}
