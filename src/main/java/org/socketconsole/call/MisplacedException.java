package org.socketconsole.call;

/// Bytes do not belong at the offset that a call gives for them.
public final class MisplacedException extends InvalidArgumentException {

    private final long expectedOffset;

    /// `expectedOffset` is where the next bytes belong.
    public MisplacedException(String field, String message, long expectedOffset) {
        super(field, message);
        this.expectedOffset = expectedOffset;
    }

    public long expectedOffset() {
        return expectedOffset;
    }
}
