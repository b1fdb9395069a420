package org.socketconsole.resolve;

import org.socketconsole.call.CodedException;
import org.socketconsole.call.ErrorKind;
import org.socketconsole.libc.Libc;
import org.socketconsole.net.Constants;
import org.socketconsole.net.SocketConstants;
import org.socketconsole.net.SyscallException;

/// A name function failed in its own error space, which is not errno's: 1 is `HOST_NOT_FOUND` here.
public class ResolverException extends CodedException {

    private ResolverException(ErrorKind kind, int code, String symbol, String strerror) {
        super(kind, code, symbol, strerror, strerror);
    }

    private ResolverException(ResolverException failure, String field) {
        super(
                failure.kind(),
                failure.code(),
                failure.symbol(),
                failure.strerror(),
                "`" + field + "`: " + failure.strerror());
    }

    /// The same of one of several names.
    public ResolverException of(String field) {
        return new ResolverException(this, field);
    }

    /// Of an `EAI_` code; `EAI_SYSTEM` only says that errno has the reason.
    static RuntimeException gai(Libc libc, String function, int status, int errno) {
        return status == SocketConstants.EAI_SYSTEM
                ? new SyscallException(function, errno)
                : new ResolverException(
                        ErrorKind.GAIERROR,
                        status,
                        Constants.name("EAI_", status),
                        libc.gai_strerror(status));
    }

    /// Of an `h_errno`, see gethostbyname(3).
    static ResolverException host(Libc libc, int hErrno) {
        return new ResolverException(
                ErrorKind.HERROR, hErrno, hostSymbol(hErrno), libc.hstrerror(hErrno));
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
