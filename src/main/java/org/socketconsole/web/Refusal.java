package org.socketconsole.web;

import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.socketconsole.call.ErrorKind;
import org.socketconsole.dispatch.NoRoomException;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.dispatch.ProblemException;

import java.util.concurrent.TimeoutException;

/// What HTTP refuses of a request, before the call in it is made.
final class Refusal extends ProblemException {

    private static final String PACKED =
            "`body` must have no `Content-Encoding`, and no `Transfer-Encoding` but `chunked`.";

    private final ErrorKind kind;
    private final int status;
    private final @Nullable String field;

    private Refusal(ErrorKind kind, int status, String detail, @Nullable String field) {
        super(detail);
        this.kind = kind;
        this.status = status;
        this.field = field;
    }

    private Refusal(int status, String detail, @Nullable String field) {
        this(ErrorKind.INVALID_ARGUMENT, status, detail, field);
    }

    static Refusal unsupported() {
        return new Refusal(415, "This call does not take this `Content-Type`.", "body");
    }

    static Refusal noWebSocket() {
        return new Refusal(426, "This path takes the upgrade to a WebSocket alone.", null);
    }

    static Refusal notAllowed() {
        return new Refusal(
                405, "This path does not have this method; it has those in `Allow`.", null);
    }

    static Refusal notAcceptable() {
        return new Refusal(406, "This call has no answer of a type in `Accept`.", null);
    }

    static Refusal tooLarge(int largest) {
        return new Refusal(413, "`body` has more than " + largest + " bytes", "body");
    }

    /// Of a body that could not be read, for whatever reason.
    static ProblemException of(Exception failure) {
        return switch (status(failure)) {
            case 408 -> new Refusal(408, "`body` came too slowly.", "body");
            case 415 -> new Refusal(415, PACKED, "body");
            case 503 -> new NoRoomException();
            default -> new Refusal(400, "`body` broke off, or is malformed.", "body");
        };
    }

    private static int status(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> 400;
            case HttpException http -> http.getCode();
            case TimeoutException idle -> 408;
            default -> status(failure.getCause());
        };
    }

    @Override
    public Problem.Builder problem() {
        Problem.Builder problem = Problem.of(kind, status, String.valueOf(getMessage()));
        return field == null ? problem : problem.field(field);
    }
}
