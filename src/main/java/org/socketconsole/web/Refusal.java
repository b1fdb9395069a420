package org.socketconsole.web;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.ErrorKind;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.dispatch.ProblemException;

/// What HTTP refuses of a request, before the call in it is made.
final class Refusal extends ProblemException {

    private final int status;
    private final @Nullable String field;

    private Refusal(int status, String detail, @Nullable String field) {
        super(detail);
        this.status = status;
        this.field = field;
    }

    static Refusal unsupported() {
        return new Refusal(415, "This call does not take this `Content-Type`.", "body");
    }

    static Refusal notAcceptable() {
        return new Refusal(406, "This call has no answer of a type in `Accept`.", null);
    }

    static Refusal tooLarge(int largest) {
        return new Refusal(413, "`body` has more than " + largest + " bytes", "body");
    }

    /// The client has left, or its body is malformed.
    static Refusal broken() {
        return new Refusal(400, "`body` broke off, or is malformed.", "body");
    }

    @Override
    public Problem.Builder problem() {
        Problem.Builder problem =
                Problem.of(ErrorKind.INVALID_ARGUMENT, status, String.valueOf(getMessage()));
        return field == null ? problem : problem.field(field);
    }
}
