package org.socketconsole.descriptor;

import static org.socketconsole.net.Errno.EMFILE;

import org.socketconsole.libc.Libc;
import org.socketconsole.net.SyscallException;
import org.springframework.stereotype.Component;

/// Keeps descriptors back for the server itself: at the real `EMFILE` the virtual machine cannot
/// open its own files any more, and breaks.
///
/// A new descriptor is always the lowest free number, see open(2). So a number in the reserve means
/// that all below it are taken, whoever has them, and nothing needs to be counted.
@Component
public class DescriptorReserve {

    private static final long LARGEST = 2000;

    private final Libc libc;
    private final long first;

    DescriptorReserve(Libc libc) {
        this.libc = libc;
        long limit = libc.getrlimit(Libc.RLIMIT_NOFILE);
        this.first = limit - Math.min(LARGEST, limit / 4);
    }

    /// Passes a new descriptor on; one out of the reserve is closed again, and answered as
    /// `EMFILE`.
    public int admit(String function, int fd) {
        SyscallException.check(function, fd);
        if (!hasRoomFor(fd)) {
            libc.close(fd);
            throw new SyscallException(function, EMFILE);
        }
        return fd;
    }

    public boolean hasRoomFor(int fd) {
        return fd < first;
    }

    /// For a call that takes what it cannot give back: asks with a duplicate before it.
    public void requireRoom(String function, int fd) {
        libc.close(admit(function, libc.fcntl(fd, Libc.F_DUPFD_CLOEXEC, 0)));
    }
}
