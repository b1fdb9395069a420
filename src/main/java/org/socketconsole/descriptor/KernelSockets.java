package org.socketconsole.descriptor;

import static org.socketconsole.net.SocketConstants.SOL_SOCKET;
import static org.socketconsole.net.SocketConstants.SO_COOKIE;
import static org.socketconsole.net.SocketConstants.SO_DOMAIN;
import static org.socketconsole.net.SocketConstants.SO_PROTOCOL;
import static org.socketconsole.net.SocketConstants.SO_TYPE;

import org.socketconsole.libc.Libc;
import org.socketconsole.traffic.TrafficStore;
import org.socketconsole.traffic.Transport;
import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Which sockets of the kernel the open descriptors are of, by the number that the kernel gives a
/// socket once and never again (`SO_COOKIE`).
///
/// Those that have lost their last descriptor are remembered for a while: one may be on its way in
/// an `SCM_RIGHTS` message, and go on where it was.
@Component
public class KernelSockets {

    private static final int REMEMBERED = 1024;

    private final Libc libc;
    private final TrafficStore traffic;
    private final Connections connections = new Connections();
    private final AtomicLong unknown = new AtomicLong();
    private final Map<Long, KernelSocket> open = new HashMap<>();
    private final Map<Long, KernelSocket> left = new LinkedHashMap<>();

    KernelSockets(Libc libc, TrafficStore traffic) {
        this.libc = libc;
        this.traffic = traffic;
    }

    /// The socket of a descriptor that was opened.
    KernelSocket opened(int fd) {
        long cookie = cookie(fd);
        Transport transport = transport(fd);
        synchronized (this) {
            KernelSocket socket = left.remove(cookie);
            if (socket == null) {
                socket = open.get(cookie);
            }
            if (socket == null) {
                socket = new KernelSocket(cookie, transport, traffic.open(), connections);
            }
            open.put(cookie, socket);
            socket.descriptors++;
            return socket;
        }
    }

    /// To be called once for each descriptor, when it is closed.
    synchronized void closed(KernelSocket socket) {
        if (--socket.descriptors == 0) {
            socket.left();
            open.remove(socket.cookie());
            left.put(socket.cookie(), socket);
            if (left.size() > REMEMBERED) {
                left.remove(left.keySet().iterator().next());
            }
        }
    }

    synchronized void forgetEnds() {
        open.values().forEach(KernelSocket::forgetNamedEnds);
    }

    /// A kernel that knows no cookies takes each descriptor for a socket of its own.
    private long cookie(int fd) {
        long cookie = option(fd, SO_COOKIE, Long.BYTES).getLong();
        return cookie != 0 ? cookie : unknown.decrementAndGet();
    }

    private Transport transport(int fd) {
        return new Transport(
                option(fd, SO_DOMAIN, Integer.BYTES).getInt(),
                option(fd, SO_TYPE, Integer.BYTES).getInt(),
                option(fd, SO_PROTOCOL, Integer.BYTES).getInt());
    }

    private ByteBuffer option(int fd, int optname, int size) {
        byte[] value = new byte[size];
        libc.getsockopt(fd, SOL_SOCKET, optname, value);
        return ByteBuffer.wrap(value).order(ByteOrder.nativeOrder());
    }
}
