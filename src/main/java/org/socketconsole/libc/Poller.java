package org.socketconsole.libc;

import static org.socketconsole.net.Errno.EINTR;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.net.Errno;
import org.socketconsole.net.SyscallException;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// One edge-triggered epoll instance and the platform thread that waits on it.
///
/// The event's data is a key that is never used again: after `close`, epoll goes on reporting a
/// descriptor whose file lives on in a duplicate, and such an event must find nobody.
public final class Poller implements AutoCloseable {

    /// Told from the poller's thread which of the `EPOLL…` bits became true; must not block.
    @FunctionalInterface
    public interface Watcher {
        void ready(int events);
    }

    private static final Logger log = LoggerFactory.getLogger(Poller.class);
    private static final int INTEREST =
            Libc.POLLIN | Libc.POLLOUT | Libc.POLLPRI | Libc.EPOLLRDHUP | Libc.EPOLLET;
    private static final int END = Libc.EPOLLRDHUP | Libc.EPOLLET;
    private static final long STOP = 0;
    private static final long PAUSE_NANOS = 50_000_000;

    private final Libc libc;
    private final Map<Long, Watcher> watchers = new ConcurrentHashMap<>();
    private final AtomicLong keys = new AtomicLong(STOP);
    private final int epoll;
    private final int stop;
    private final Thread thread;
    private volatile boolean stopped;

    public Poller(Libc libc) {
        this(libc, "poller");
    }

    /// @param name of its thread
    public Poller(Libc libc, String name) {
        this.libc = libc;
        epoll = SyscallException.check("epoll_create1", libc.epoll_create1(Libc.EPOLL_CLOEXEC));
        stop =
                SyscallException.check(
                        "eventfd", libc.eventfd(0, Libc.EFD_CLOEXEC | Libc.EFD_NONBLOCK));
        control(Libc.EPOLL_CTL_ADD, stop, Libc.POLLIN, STOP);
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /// Registers for both directions, once. A descriptor that epoll does not take, as it is no
    /// socket, is `EPERM`.
    public long add(int fd, Watcher watcher) {
        long key = keys.incrementAndGet();
        watchers.put(key, watcher);
        try {
            control(Libc.EPOLL_CTL_ADD, fd, INTEREST, key);
        } catch (SyscallException failure) {
            watchers.remove(key);
            throw failure;
        }
        return key;
    }

    /// From now on its watcher is told of the end alone.
    public void rest(int fd, long key) {
        control(Libc.EPOLL_CTL_MOD, fd, END, key);
    }

    /// Its watcher is told of everything again, and at once of what is ready.
    public void resume(int fd, long key) {
        control(Libc.EPOLL_CTL_MOD, fd, INTEREST, key);
    }

    /// To be called before the descriptor is closed.
    public void remove(int fd, long key) {
        libc.epoll_ctl(epoll, Libc.EPOLL_CTL_DEL, fd, 0, key);
        watchers.remove(key);
    }

    @Override
    public void close() {
        stopped = true;
        libc.write(stop);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        libc.close(stop);
        libc.close(epoll);
    }

    private void control(int operation, int fd, int events, long key) {
        SyscallException.check("epoll_ctl", libc.epoll_ctl(epoll, operation, fd, events, key));
    }

    private void run() {
        EpollEvents events = new EpollEvents(256);
        boolean failing = false;
        while (!stopped) {
            int count = libc.epoll_wait(epoll, events, -1);
            boolean fails = count < 0 && count != -EINTR;
            if (fails && !failing) {
                log.error("epoll_wait: {}", Errno.of(-count).symbol());
            }
            if (fails) {
                tellAll();
            }
            failing = fails;
            for (int i = 0; i < count; i++) {
                tell(watchers.get(events.data(i)), events.events(i));
            }
        }
    }

    /// Without epoll whoever waits tries again from time to time, which is better than never.
    private void tellAll() {
        watchers.values().forEach(watcher -> tell(watcher, -1));
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    /// Whatever is wrong with one watcher, the others are told.
    private static void tell(@Nullable Watcher watcher, int ready) {
        if (watcher == null) {
            return;
        }
        try {
            watcher.ready(ready);
        } catch (RuntimeException | Error defect) {
            log.error("a watcher failed; its socket may miss an event", defect);
        }
    }
}
