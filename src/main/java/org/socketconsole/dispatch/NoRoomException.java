package org.socketconsole.dispatch;

import org.socketconsole.call.ErrorKind;

/// What a client has sent finds no room beside what others have.
public final class NoRoomException extends ProblemException {

    public NoRoomException() {
        super("The bodies of other requests take all the room; ask again.");
    }

    @Override
    public Problem.Builder problem() {
        return Problem.of(ErrorKind.QUOTA, 503, String.valueOf(getMessage()));
    }
}
