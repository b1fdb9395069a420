package org.socketconsole.descriptor;

import static org.socketconsole.net.Errno.EBADF;
import static org.socketconsole.net.SocketConstants.AF_NETLINK;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;
import static org.socketconsole.net.SocketConstants.SO_LINGER;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Poller;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.net.SyscallException;
import org.socketconsole.traffic.Ends;
import org.socketconsole.traffic.Transport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// The one owner of a file descriptor: it counts the calls inside and closes once, when the last of
/// them has left. Were it closed under a call, the kernel could give the number to another socket
/// before that call reads from it.
public final class Descriptor {

    private static final int INPUT = ~Libc.POLLOUT;
    private static final int OUTPUT = Libc.POLLOUT | Libc.POLLHUP | Libc.POLLERR;
    private static final int CLOSED = 1 << 31;

    private final Libc libc;
    private final KernelSockets sockets;
    private final KernelThreads threads;
    private final KernelSocket socket;
    private final int fd;
    private final Watch watch;

    /// The count of calls inside, with the sign as the closed bit.
    private final AtomicInteger inside = new AtomicInteger();

    private volatile @Nullable Future<?> lingering;

    private final List<IntConsumer> observers = new CopyOnWriteArrayList<>();
    private final List<Runnable> onlookers = new CopyOnWriteArrayList<>();
    private final List<Watch> others = new CopyOnWriteArrayList<>();

    final WaitQueue input = new WaitQueue();
    final WaitQueue output = new WaitQueue();

    /// Takes the descriptor over, even when this fails.
    Descriptor(Libc libc, Poller poller, KernelSockets sockets, KernelThreads threads, int fd) {
        this.libc = libc;
        this.sockets = sockets;
        this.threads = threads;
        this.fd = fd;
        this.socket = sockets.opened(fd);
        learnEnds();
        try {
            this.watch = new Watch(poller, fd, this::ready, this::isAwaited);
        } catch (SyscallException failure) {
            sockets.closed(socket);
            libc.close(fd);
            throw failure;
        }
    }

    /// What it is a descriptor of, perhaps one of several.
    public KernelSocket socket() {
        return socket;
    }

    public Transport transport() {
        return socket.transport();
    }

    /// The number in this process; whoever uses it is inside.
    public int fd() {
        return fd;
    }

    /// The address as the kernel has it, or none.
    public byte[] localAddress() {
        return libc.getsockname(fd).addr();
    }

    /// A netlink socket that is not connected has an unbound one for its peer.
    public byte[] peerAddress() {
        byte[] peer = libc.getpeername(fd).addr();
        return isNetlink() && !isBound(Sockaddr.decode(peer)) ? new byte[0] : peer;
    }

    /// To be called after a bind: what is connected to it has another peer.
    public void forgetEnds() {
        sockets.forgetEnds();
    }

    /// Asks for the addresses of a connection before anything passes it: its other end may be here.
    void learnEnds() {
        if (transport().isTcpStream()) {
            ends();
        }
    }

    /// Those of a connection stay when it has been broken off, until the next connect.
    public Ends ends() {
        return socket.ends(() -> new Ends(localAddress(), peerAddress()));
    }

    public boolean isClosed() {
        return inside.get() < 0;
    }

    /// Whether a call is inside.
    public boolean isBusy() {
        return (inside.get() & ~CLOSED) > 0;
    }

    public void requireOpen(String function) {
        if (isClosed()) {
            throw new SyscallException(function, EBADF);
        }
    }

    public void enter(String function) {
        if (inside.getAndUpdate(count -> count < 0 ? count : count + 1) < 0) {
            throw new SyscallException(function, EBADF);
        }
    }

    public void leave() {
        if (inside.decrementAndGet() == CLOSED) {
            destroy();
        }
    }

    /// Answers whether this call closed it. Waiting calls are woken here: epoll says nothing of a
    /// close.
    public boolean close() {
        int before = inside.getAndUpdate(count -> count | CLOSED);
        if (before == 0) {
            destroy();
        }
        if (before >= 0) {
            ready(-1);
            others.forEach(watch -> watch.event(-1));
        }
        return before >= 0;
    }

    /// Waits while the kernel lingers over the close, see socket(7), as a close that blocks does;
    /// no longer than the call may.
    public void awaitClose(Call call) {
        Future<?> close = lingering;
        if (close == null || close.isDone()) {
            return;
        }
        call.operation().waits(null);
        try {
            close.get(call.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException goesOn) {
            // The descriptor is gone whatever becomes of the bytes.
        } catch (InterruptedException interrupted) {
            throw call.operation().interruption(call.name());
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Which of the `POLL…` bits are true now; the caller is inside.
    public int poll(int events) {
        int[] ready = new int[1];
        libc.poll(new int[] {fd}, new int[] {events}, ready);
        return ready[0];
    }

    /// Runs a system call with an address, which may be a path.
    public <T> T withAddress(byte[] addr, Supplier<T> body) {
        return threads.withAddress(addr, body);
    }

    /// To be told from the poller's thread of every event and the close, by its `POLL…` bits: it
    /// must neither block nor make a system call.
    public void observe(IntConsumer observer) {
        observers.add(observer);
        rouse();
    }

    /// To be told likewise of the close, and of an event after each [#rouse], which the first of
    /// them makes: the kernel wakes the poller for each event that is told.
    public void onlook(Runnable onlooker) {
        onlookers.add(onlooker);
    }

    /// To be told of every event from the thread of another poller, which may do more than that of
    /// the one for all, and of the close by whoever makes it. The caller is inside.
    public Watch watch(Poller other, IntConsumer observer) {
        Watch watch = new Watch(other, fd, events -> told(observer, events), () -> true);
        others.add(watch);
        return watch;
    }

    private static boolean told(IntConsumer observer, int events) {
        observer.accept(events);
        return true;
    }

    public void unwatch(Watch watch) {
        watch.end();
        others.remove(watch);
    }

    public void unobserve(IntConsumer observer) {
        observers.remove(observer);
    }

    public void lookAway(Runnable onlooker) {
        onlookers.remove(onlooker);
    }

    /// To be called by whoever begins to wait, or has looked at it and wants to hear of more.
    public void rouse() {
        watch.rouse();
    }

    private boolean isNetlink() {
        return transport().family() == AF_NETLINK;
    }

    private static boolean isBound(@Nullable SocketAddress address) {
        return address != null && address.isBound();
    }

    /// Answers whether the next event is to be told too: somebody waited, or nobody will ask for
    /// it.
    private boolean ready(int events) {
        boolean takes = (events & INPUT) != 0 && input.signal();
        boolean gives = (events & OUTPUT) != 0 && output.signal();
        boolean isLookedAt = !onlookers.isEmpty();
        observers.forEach(observer -> observer.accept(events));
        onlookers.forEach(Runnable::run);
        return takes || gives || !isLookedAt;
    }

    private boolean isAwaited() {
        return input.isAwaited() || output.isAwaited() || !observers.isEmpty();
    }

    private void destroy() {
        watch.end();
        others.forEach(Watch::end);
        sockets.closed(socket);
        if (lingers()) {
            lingering = threads.close(() -> libc.close(fd));
        } else {
            libc.close(fd);
        }
    }

    /// `struct linger` is two integers: whether, and for how many seconds. Not streams alone heed
    /// it: `SOCK_SEQPACKET` of SCTP, VSOCK and Bluetooth does.
    private boolean lingers() {
        ByteBuffer linger = ByteBuffer.allocate(2 * Integer.BYTES).order(ByteOrder.nativeOrder());
        return transport().family() != AF_UNIX
                && libc.getsockopt(fd, SOL_SOCKET, SO_LINGER, linger.array()) > 0
                && linger.getInt() != 0
                && linger.getInt() != 0;
    }
}
