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
    private final Flow sent;
    private final Flow received;
    private volatile boolean wasBound;
    private @Nullable Ends ends;

    /// How many of its descriptors are open here; that of [KernelSockets].
    int descriptors;

    KernelSocket(long cookie, Transport transport, Traffic traffic) {
        this.cookie = cookie;
        this.transport = transport;
        this.sent = new Flow(SENT, transport, traffic);
        this.received = new Flow(RECEIVED, transport, traffic);
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
        }
        return asked;
    }

    /// To be called after a connect and a bind.
    synchronized void forgetEnds() {
        ends = null;
    }

    /// Those of a connection. A UNIX socket may still be bound, see [#forgetEnds].
    private boolean stays(Ends asked) {
        boolean keepsThem = transport.isTcpStream() || transport.isUnixStream();
        return keepsThem && asked.local().length > 0 && asked.peer().length > 0;
    }
}
