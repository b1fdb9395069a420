package org.socketconsole.descriptor;

import static org.socketconsole.traffic.Chunk.Direction.RECEIVED;
import static org.socketconsole.traffic.Chunk.Direction.SENT;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.Ends;
import org.socketconsole.traffic.Traffic;
import org.socketconsole.traffic.Transport;

import java.util.function.Supplier;

/// One socket of the kernel, whichever descriptors it has: what it is, and the order of its bytes.
public final class KernelSocket {

    private final long cookie;
    private final Transport transport;
    private final Connections connections;
    private final Flow sent;
    private final Flow received;
    private volatile boolean wasBound;
    private @Nullable Ends ends;

    /// The other end, where that is known to be here too.
    private volatile @Nullable KernelSocket peer;

    /// How many of its descriptors are open here; that of [KernelSockets].
    int descriptors;

    KernelSocket(long cookie, Transport transport, Traffic traffic, Connections connections) {
        this.cookie = cookie;
        this.transport = transport;
        this.connections = connections;
        this.sent = new Flow(SENT, transport, traffic, () -> {});
        this.received = new Flow(RECEIVED, transport, traffic, this::settle);
    }

    /// Bytes that came are recorded after those that they answer, and after the other end's call
    /// that sent them: either may be about to be recorded on a thread that had to give way.
    private void settle() {
        sent.settle();
        KernelSocket other = peer;
        if (other != null) {
            other.sent.settle();
        }
    }

    /// To be called of the two ends of one connection.
    public void pairWith(KernelSocket other) {
        peer = other;
        other.peer = this;
    }

    long cookie() {
        return cookie;
    }

    Transport transport() {
        return transport;
    }

    Flow sent() {
        return sent;
    }

    Flow received() {
        return received;
    }

    /// Bytes that passed, see [Flow#bytes].
    public long bytesSent() {
        return sent.bytes();
    }

    public long bytesReceived() {
        return received.bytes();
    }

    /// To be called after a bind that succeeded.
    public void bound() {
        wasBound = true;
    }

    public boolean wasBound() {
        return wasBound;
    }

    /// Its addresses, asked for once where they stay until the next connect.
    synchronized Ends ends(Supplier<Ends> ask) {
        if (ends != null) {
            return ends;
        }
        Ends asked = ask.get();
        if (stays(asked)) {
            ends = asked;
            connected(asked);
        }
        return asked;
    }

    private void connected(Ends now) {
        if (transport.isTcpStream()) {
            connections.made(this, now);
        }
    }

    /// To be called after a bind of any: it may be what this is connected to.
    void forgetNamedEnds() {
        if (!transport.isTcpStream()) {
            forgetEnds();
        }
    }

    /// To be called after a connect.
    synchronized void forgetEnds() {
        if (ends != null && transport.isTcpStream()) {
            connections.ended(this, ends);
            unpair();
        }
        ends = null;
    }

    private void unpair() {
        KernelSocket other = peer;
        peer = null;
        if (other != null && other.peer == this) {
            other.peer = null;
        }
    }

    /// To be called when its last descriptor is closed. One of a pair stays so: it may come back.
    void left() {
        received.release();
        forgetEnds();
    }

    /// Those of a connection. A UNIX socket may still be bound, see [#forgetEnds].
    private boolean stays(Ends asked) {
        boolean keepsThem = transport.isTcpStream() || transport.isUnixStream();
        return keepsThem && asked.local().length > 0 && asked.peer().length > 0;
    }
}
