package org.socketconsole.recording;

import static org.socketconsole.net.Errno.EIO;
import static org.socketconsole.net.Errno.ENOSPC;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.net.SyscallException;

import java.io.IOException;
import java.io.UncheckedIOException;

/// What a disk refuses is an errno, as what a socket refuses: the one that Java has as words.
final class Disk {

    private static final Logger log = LoggerFactory.getLogger(Disk.class);
    private static final String FULL = "No space left on device";

    private Disk() {}

    /// What reads and writes files.
    interface Work<T extends @Nullable Object> {
        T run() throws IOException;
    }

    static <T extends @Nullable Object> T run(String function, Work<T> work) {
        try {
            return work.run();
        } catch (IOException refused) {
            throw errno(function, refused);
        } catch (UncheckedIOException refused) {
            throw errno(function, refused);
        }
    }

    private static SyscallException errno(String function, Exception refused) {
        log.warn("{}: {}", function, refused.toString());
        boolean full = String.valueOf(refused.getMessage()).contains(FULL);
        return new SyscallException(function, full ? ENOSPC : EIO);
    }
}
