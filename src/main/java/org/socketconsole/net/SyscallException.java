package org.socketconsole.net;

import org.jspecify.annotations.Nullable;

/// A C function failed: which one, with which errno. One class for all of them, no wording but the
/// kernel's. It carries no stack trace, since a failed call is an ordinary answer here.
public class SyscallException extends RuntimeException {

    private final transient Errno errno;
    private final @Nullable Long sent;
    private final @Nullable Long expectedOffset;

    public SyscallException(String function, int errno) {
        this(function, errno, null);
    }

    /// `sent` says how many bytes had gone out before it failed.
    public SyscallException(String function, int errno, @Nullable Long sent) {
        this(function, errno, sent, null);
    }

    private SyscallException(
            String function, int errno, @Nullable Long sent, @Nullable Long expectedOffset) {
        super(function + ": " + Errno.of(errno).strerror(), null, false, false);
        this.errno = Errno.of(errno);
        this.sent = sent;
        this.expectedOffset = expectedOffset;
    }

    /// The same of a `sendall` that had sent so many bytes, with the offset where the rest belongs.
    public SyscallException afterSending(String function, long bytes, long offset) {
        return new SyscallException(function, number(), bytes, offset);
    }

    /// Passes a result on, or throws what a `-errno` means.
    public static int check(String function, int result) {
        return (int) check(function, (long) result);
    }

    public static long check(String function, long result) {
        if (result < 0) {
            throw new SyscallException(function, (int) -result);
        }
        return result;
    }

    public Errno errno() {
        return errno;
    }

    public int number() {
        return errno.errno();
    }

    public @Nullable Long sent() {
        return sent;
    }

    public @Nullable Long expectedOffset() {
        return expectedOffset;
    }
}
