package org.socketconsole.dispatch;

import org.socketconsole.call.ErrorKind;

/// A repeat that has no answer: its first call still runs, was another, or has it no more.
final class KeyException extends ProblemException {

    private final ErrorKind kind;
    private final int status;

    private KeyException(ErrorKind kind, int status, String message) {
        super(message);
        this.kind = kind;
        this.status = status;
    }

    static KeyException running() {
        return new KeyException(
                ErrorKind.INVALID_ARGUMENT,
                409,
                "is of a call that still runs; ask again when it has ended");
    }

    static KeyException other() {
        return new KeyException(
                ErrorKind.INVALID_ARGUMENT,
                422,
                "is of a call with another body; take another key");
    }

    static KeyException gone() {
        return new KeyException(
                ErrorKind.NOT_FOUND,
                410,
                "is of a call that was made, whose answer was too large to be kept till now");
    }

    @Override
    public Problem.Builder problem() {
        String detail = "`%s` %s".formatted(RepeatKey.HEADER, getMessage());
        return Problem.of(kind, status, detail).field(RepeatKey.HEADER);
    }
}
