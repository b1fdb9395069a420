package org.socketconsole.call;

import org.jspecify.annotations.Nullable;

/// A call waited as long as it may.
public class TimedOutException extends RuntimeException {

    private final boolean retry;
    private final @Nullable Long sent;
    private final @Nullable Long expectedOffset;

    private TimedOutException(
            String message, boolean retry, @Nullable Long sent, @Nullable Long expectedOffset) {
        super(message, null, false, false);
        this.retry = retry;
        this.sent = sent;
        this.expectedOffset = expectedOffset;
    }

    /// The socket's own time-out ran out.
    public static TimedOutException ofSocket() {
        return new TimedOutException("timed out", false, null, null);
    }

    /// A read of the file has timed out before, and no later one is served.
    public static TimedOutException ofEarlierRead(String socketId) {
        return new TimedOutException(
                "an earlier read timed out, and a file is not read after that; what it had received"
                        + " is kept: GET /sockets/"
                        + socketId
                        + "/received, or /traffic once that is closed",
                false,
                null,
                null);
    }

    /// What was closed all the same, with so many bytes that nobody had taken.
    public static TimedOutException ofClose(long lost) {
        return new TimedOutException(
                "timed out; it is closed all the same, and the "
                        + lost
                        + " bytes left in its buffer are lost",
                false,
                null,
                null);
    }

    /// The request's or the server's limit ran out: nothing was consumed, the call can be made
    /// again.
    public static TimedOutException ofRequest() {
        return new TimedOutException(
                "still waiting when the request's time was over; ask again", true, null, null);
    }

    /// The same, of a call that had sent a part: what is left must be sent, not all of it again.
    public TimedOutException afterSending(long bytes) {
        return afterSending(bytes, null);
    }

    /// Of a request whose time is over, with the offset where what is left belongs: the call can go
    /// on there. A socket's own time-out has ended it.
    public TimedOutException afterSending(long bytes, @Nullable Long expectedOffset) {
        return new TimedOutException(
                "timed out after sending a part", false, bytes, retry ? expectedOffset : null);
    }

    public boolean retry() {
        return retry;
    }

    public @Nullable Long sent() {
        return sent;
    }

    public @Nullable Long expectedOffset() {
        return expectedOffset;
    }
}
