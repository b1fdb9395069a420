package org.socketconsole.resolve;

import org.socketconsole.libc.Libc;
import org.socketconsole.net.Constants;
import org.socketconsole.net.SocketConstants;
import org.socketconsole.net.SyscallException;

/// A name function failed in its own error space, which is not errno's: 1 is `HOST_NOT_FOUND` here.
public class ResolverException extends RuntimeException {

    /// Whose codes they are, under the names of CPython's exceptions.
    public enum Space {
        GAIERROR,
        HERROR
    }

    private final Space space;
    private final int code;
    private final String symbol;

    private ResolverException(Space space, int code, String symbol, String message) {
        super(message, null, false, false);
        this.space = space;
        this.code = code;
        this.symbol = symbol;
    }

    /// Of an `EAI_` code; `EAI_SYSTEM` only says that errno has the reason.
    static RuntimeException gai(Libc libc, String function, int status, int errno) {
        return status == SocketConstants.EAI_SYSTEM
                ? new SyscallException(function, errno)
                : new ResolverException(
                        Space.GAIERROR,
                        status,
                        Constants.name("EAI_", status),
                        libc.gai_strerror(status));
    }

    /// Of an `h_errno`, see gethostbyname(3).
    static ResolverException host(Libc libc, int hErrno) {
        return new ResolverException(
                Space.HERROR, hErrno, hostSymbol(hErrno), libc.hstrerror(hErrno));
    }

    public Space space() {
        return space;
    }

    public int code() {
        return code;
    }

    public String symbol() {
        return symbol;
    }

    private static String hostSymbol(int hErrno) {
        return switch (hErrno) {
            case 1 -> "HOST_NOT_FOUND";
            case 2 -> "TRY_AGAIN";
            case 3 -> "NO_RECOVERY";
            case 4 -> "NO_DATA";
            default -> Integer.toString(hErrno);
        };
    }
}
