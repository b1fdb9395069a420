package org.socketconsole.call;

/// What is at an offset is no longer kept.
public final class GoneException extends NotFoundException {

    private final long earliestOffset;

    /// `earliestOffset` is the next at which something is, or will be.
    public GoneException(long offset, long earliestOffset) {
        super("What was at the offset " + offset + " is no longer kept.");
        this.earliestOffset = earliestOffset;
    }

    public long earliestOffset() {
        return earliestOffset;
    }
}
