package org.socketconsole.dispatch;

import org.socketconsole.call.ErrorKind;

/// A repeat that has no answer: its first call still runs, or was another.
final class KeyException extends ProblemException {

    private final int status;

    private KeyException(int status, String message) {
        super(message);
        this.status = status;
    }

    static KeyException running() {
        return new KeyException(409, "is of a call that still runs; ask again when it has ended");
    }

    static KeyException other() {
        return new KeyException(422, "is of a call with another body; take another key");
    }

    @Override
    public Problem.Builder problem() {
        String detail = "`%s` %s".formatted(RepeatKey.HEADER, getMessage());
        return Problem.of(ErrorKind.INVALID_ARGUMENT, status, detail).field(RepeatKey.HEADER);
    }
}
