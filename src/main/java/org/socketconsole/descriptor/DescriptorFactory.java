package org.socketconsole.descriptor;

import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Poller;
import org.springframework.stereotype.Component;

/// Takes descriptors over from the kernel.
@Component
public class DescriptorFactory {

    private final Libc libc;
    private final Poller poller;
    private final KernelSockets sockets;
    private final KernelThreads threads;

    DescriptorFactory(Libc libc, Poller poller, KernelSockets sockets, KernelThreads threads) {
        this.libc = libc;
        this.poller = poller;
        this.sockets = sockets;
        this.threads = threads;
    }

    /// A socket's; it is taken over even when this fails.
    public Descriptor own(int fd) {
        return new Descriptor(libc, poller, sockets, threads, fd);
    }

    /// Closes one that nobody wants, whatever it is of.
    public void discard(int fd) {
        threads.close(() -> libc.close(fd));
    }
}
