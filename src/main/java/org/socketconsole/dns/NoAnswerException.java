package org.socketconsole.dns;

import static org.socketconsole.net.Errno.EBADMSG;
import static org.socketconsole.net.Errno.ETIMEDOUT;

import org.socketconsole.call.ErrorKind;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.dispatch.ProblemException;
import org.socketconsole.net.Errno;

/// A name server was asked and gave no answer.
final class NoAnswerException extends ProblemException {

    private final ErrorKind kind;
    private final int status;
    private final Errno errno;
    private final boolean retry;

    private NoAnswerException(
            ErrorKind kind, int status, int errno, boolean retry, String message) {
        super(message);
        this.kind = kind;
        this.status = status;
        this.errno = Errno.of(errno);
        this.retry = retry;
    }

    /// @param retry whether it had less time than a server is given
    static NoAnswerException silent(Server server, Strays strays, boolean retry) {
        String message = server + " did not answer" + strays;
        return new NoAnswerException(ErrorKind.TIMEOUT, 504, ETIMEDOUT, retry, message);
    }

    /// By TCP, where nothing but the server can have sent what came.
    static NoAnswerException broken(Server server, String how) {
        String message = server + how;
        return new NoAnswerException(ErrorKind.SOCKET_ERROR, 422, EBADMSG, false, message);
    }

    @Override
    public Problem.Builder problem() {
        return Problem.of(kind, status, String.valueOf(getMessage()))
                .errno(errno.errno(), errno.symbol(), errno.strerror())
                .retry(retry ? true : null);
    }
}
