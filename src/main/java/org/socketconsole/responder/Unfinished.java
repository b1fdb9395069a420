package org.socketconsole.responder;

import org.socketconsole.access.QuotaException;

import java.util.concurrent.atomic.AtomicLong;

/// The bytes held of messages that are not yet whole, and of long answers that have not yet gone,
/// of all connections together: many peers that each begin one and do not go on, or do not read,
/// take no more than one may.
final class Unfinished {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    Unfinished(long most) {
        this.most = most;
    }

    /// Of one connection; more than there is room for is refused, and not held.
    void change(int from, int to) {
        if (held.addAndGet(to - from) > most && to > from) {
            held.addAndGet(from - to);
            throw new QuotaException(
                    "The unfinished messages and answers of all connections take %d bytes, as many as"
                                    .formatted(most)
                            + " they may: one that went on with its own was closed"
                            + " (`console.responder.unfinished`).");
        }
    }
}
