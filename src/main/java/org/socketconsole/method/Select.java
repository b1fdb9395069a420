package org.socketconsole.method;

import static org.socketconsole.libc.Libc.POLLERR;
import static org.socketconsole.libc.Libc.POLLHUP;
import static org.socketconsole.libc.Libc.POLLIN;
import static org.socketconsole.libc.Libc.POLLOUT;
import static org.socketconsole.libc.Libc.POLLPRI;

import org.socketconsole.call.TimedOutException;
import org.socketconsole.descriptor.Descriptor;
import org.socketconsole.descriptor.Patience;
import org.socketconsole.libc.Libc;
import org.socketconsole.net.SyscallException;
import org.socketconsole.socket.LiveSocket;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Waits until one of several sockets is ready, with the meaning of select(2). It takes nothing, so
/// it does not queue with the calls that do.
final class Select {

    /// A socket, and what of it is waited for.
    record Interest(LiveSocket socket, int events) {
        static final int READ = POLLIN;
        static final int WRITE = POLLOUT;
        static final int EXCEPT = POLLPRI;

        /// An error makes a socket readable and writable, a hang-up readable.
        boolean isReady(int revents) {
            int meant =
                    switch (events) {
                        case READ -> POLLIN | POLLHUP | POLLERR;
                        case WRITE -> POLLOUT | POLLERR;
                        default -> POLLPRI;
                    };
            return (revents & meant) != 0;
        }
    }

    private final Libc libc;
    private final List<Interest> interests;
    private final Semaphore changed = new Semaphore(0);

    Select(Libc libc, List<Interest> interests) {
        this.libc = libc;
        this.interests = interests;
    }

    /// Those that are ready; none when the time-out ran out.
    List<Interest> await(Patience patience) {
        IntConsumer observer = events -> changed.release();
        descriptors().forEach(descriptor -> descriptor.observe(observer));
        try {
            return poll(patience);
        } finally {
            descriptors().forEach(descriptor -> descriptor.unobserve(observer));
        }
    }

    private Stream<Descriptor> descriptors() {
        return interests.stream().map(interest -> interest.socket.descriptor()).distinct();
    }

    private List<Interest> poll(Patience patience) {
        while (true) {
            changed.drainPermits();
            descriptors().forEach(descriptor -> descriptor.requireOpen(patience.call()));
            List<Interest> ready = ready();
            if (!ready.isEmpty() || patience.isNone() || !waitForChange(patience)) {
                return ready;
            }
        }
    }

    /// Answers false when the time-out has run out.
    private boolean waitForChange(Patience patience) {
        try {
            changed.tryAcquire(patience.remaining(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimedOutException end) {
            if (end.retry()) {
                throw end;
            }
            return false;
        } catch (InterruptedException interrupted) {
            throw patience.interrupted();
        }
    }

    private List<Interest> ready() {
        int[] fds = interests.stream().mapToInt(interest -> interest.socket.fd()).toArray();
        int[] events = interests.stream().mapToInt(Interest::events).toArray();
        int[] revents = new int[fds.length];
        SyscallException.check("select", libc.poll(fds, events, revents));
        return IntStream.range(0, fds.length)
                .filter(i -> interests.get(i).isReady(revents[i]))
                .mapToObj(interests::get)
                .toList();
    }
}
