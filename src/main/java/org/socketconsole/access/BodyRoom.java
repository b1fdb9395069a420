package org.socketconsole.access;

import java.util.concurrent.atomic.AtomicLong;

/// Room for what clients have sent and their calls are not done with, in bytes of all together.
public final class BodyRoom {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    public BodyRoom(long most) {
        this.most = most;
    }

    public boolean hasFor(long bytes) {
        return taken.get() + bytes <= most;
    }

    /// Answers whether there was room, which is then taken.
    public boolean take(long bytes) {
        long before = taken.getAndUpdate(held -> held + bytes <= most ? held + bytes : held);
        return before + bytes <= most;
    }

    public void give(long bytes) {
        taken.addAndGet(-bytes);
    }
}
