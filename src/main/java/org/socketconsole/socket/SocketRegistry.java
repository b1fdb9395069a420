package org.socketconsole.socket;

import static org.socketconsole.net.Errno.EBADF;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.SocketIds;
import org.socketconsole.descriptor.Descriptor;
import org.socketconsole.descriptor.DescriptorFactory;
import org.socketconsole.descriptor.SocketKind;
import org.socketconsole.libc.Libc;
import org.socketconsole.net.SyscallException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/// The open sockets: the only way in, and the only way out.
///
/// An id is never the descriptor, whose number the kernel gives out again, and is never used again:
/// a number up to the last one that is not open has been closed.
@Component
public class SocketRegistry implements SmartLifecycle {

    private final Libc libc;
    private final SocketIds ids;
    private final DescriptorFactory descriptors;
    private final ClosedSockets closed;
    private final SocketChanges changes;
    private final Map<Long, LiveSocket> open = new ConcurrentSkipListMap<>();
    private volatile boolean running;

    SocketRegistry(
            Libc libc,
            SocketIds ids,
            DescriptorFactory descriptors,
            ClosedSockets closed,
            SocketChanges changes) {
        this.libc = libc;
        this.ids = ids;
        this.descriptors = descriptors;
        this.closed = closed;
        this.changes = changes;
    }

    /// Takes the descriptor over, even when this fails.
    LiveSocket add(int fd, SocketKind kind, Origin origin) {
        Descriptor descriptor = descriptors.own(fd);
        String id = ids.next();
        LiveSocket socket = new LiveSocket(libc, id, descriptor, kind, origin);
        open.put(SocketIds.number(id), socket);
        changes.note(socket);
        descriptor.onlook(() -> changes.noteSoon(socket));
        return socket;
    }

    /// Closes a socket that nobody has heard of yet.
    void discard(LiveSocket socket) {
        close(socket);
    }

    /// An id that was closed is `EBADF`, one that never was is not found.
    public LiveSocket get(String id, String function) {
        LiveSocket socket = find(ids.require(id));
        if (socket == null) {
            throw new SyscallException(function, EBADF);
        }
        return socket;
    }

    /// The open socket with the id, or null.
    public @Nullable LiveSocket find(String id) {
        return open.get(SocketIds.number(id));
    }

    /// The open sockets, the oldest first.
    public Collection<LiveSocket> open() {
        return open.values();
    }

    /// How many there are, those that were closed in the last minutes too.
    public int known() {
        return open.size() + closed.size();
    }

    /// The socket that has the descriptor now.
    public Optional<LiveSocket> ofDescriptor(int fd) {
        return open.values().stream().filter(socket -> socket.fd() == fd).findFirst();
    }

    /// Runs a call inside several sockets' descriptors.
    public <T> T insideAll(Collection<LiveSocket> sockets, String function, Supplier<T> body) {
        List<Descriptor> entered = new ArrayList<>();
        try {
            for (LiveSocket socket : sockets) {
                socket.descriptor().enter(function);
                entered.add(socket.descriptor());
            }
            return body.get();
        } finally {
            entered.forEach(Descriptor::leave);
        }
    }

    /// The caller is inside the socket: it is the last to leave it, or waits for nobody.
    public void close(LiveSocket socket, Call call) {
        changes.close(
                socket,
                last -> {
                    closed.remember(last);
                    socket.closedBy(call);
                    close(socket);
                });
    }

    @Override
    public void start() {
        running = true;
    }

    /// Before the web server ends, so that the calls that wait get their answer.
    @Override
    public void stop() {
        running = false;
        open.values().forEach(this::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void close(LiveSocket socket) {
        open.remove(SocketIds.number(socket.id()));
        socket.descriptor().close();
    }
}
