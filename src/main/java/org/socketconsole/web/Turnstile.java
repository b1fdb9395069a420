package org.socketconsole.web;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Where virtual threads that were started by virtual threads line up with all others. A carrier
/// does first what its own threads start, and while they go on doing so nothing from elsewhere;
/// what a platform thread wakes comes from elsewhere.
final class Turnstile {

    private static final Executor KEEPER =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("turnstile").factory());

    private Turnstile() {}

    /// A thread that is interrupted, or is let through at once, does not line up.
    static void pass() {
        Thread thread = Thread.currentThread();
        KEEPER.execute(() -> LockSupport.unpark(thread));
        LockSupport.park();
    }
}
