package org.socketconsole.file;

import static org.socketconsole.net.Errno.EBADF;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;
import org.socketconsole.call.Ids;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.net.SyscallException;
import org.socketconsole.socket.LiveSocket;
import org.socketconsole.socket.SocketFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/// The open files. An id is never used again: a number up to the last one that is not open has been
/// closed.
@Component
class FileRegistry implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FileRegistry.class);
    private static final String PREFIX = "f-";
    private static final int MOST_CLOSED = 1000;

    private final SocketFactory sockets;
    private final AtomicLong last = new AtomicLong();
    private final Map<Long, SocketFile> open = new ConcurrentSkipListMap<>();

    /// The sockets' ids of those that were closed last.
    private final Map<Long, String> closed =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
                            return size() > MOST_CLOSED;
                        }
                    });

    private volatile boolean running;

    FileRegistry(SocketFactory sockets) {
        this.sockets = sockets;
    }

    /// The caller is inside the socket's descriptor.
    SocketFile open(LiveSocket socket, OpenMode mode) {
        var io = sockets.duplicate(socket);
        long number = last.incrementAndGet();
        SocketFile file = new SocketFile(PREFIX + number, socket, io, mode);
        open.put(number, file);
        return file;
    }

    /// An id that was closed is `EBADF`, one that never was is not found.
    SocketFile get(Call call) {
        long number = Ids.number(PREFIX, call.requireId());
        SocketFile file = open.get(number);
        call.operation().isOn(file == null ? closed.get(number) : file.socket().id());
        if (file != null) {
            return file;
        }
        if (number >= 1 && number <= last.get()) {
            throw new SyscallException(call.name(), EBADF);
        }
        throw new NotFoundException("There is no file `" + call.id() + "`.");
    }

    /// The open files, the oldest first.
    Collection<SocketFile> open() {
        return open.values();
    }

    void close(SocketFile file, Call call) {
        long number = Ids.number(PREFIX, file.id());
        try {
            file.close(call);
        } finally {
            closed.put(number, file.socket().id());
            open.remove(number);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /// Before the web server ends, so that the calls that wait get their answer.
    @Override
    public void stop() {
        running = false;
        open().forEach(FileRegistry::closeAtOnce);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static void closeAtOnce(SocketFile file) {
        try {
            file.close(Call.begin("file.close", file.id(), Caller.CLIENT, Duration.ZERO, false));
        } catch (SyscallException | TimedOutException failure) {
            log.warn("{} was closed with unsent output: {}", file.id(), failure.getMessage());
        }
    }
}
