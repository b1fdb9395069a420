package org.socketconsole.web;

import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Looks after the bodies of which something is waited for: one that has stopped altogether has
/// nothing that would have it judged. All of them have one timer.
final class StoppedBodies extends AbstractLifeCycle {

    private static final long LOOK_MILLIS = 500;

    private final Scheduler scheduler;
    private final Set<IncomingBody> waiting = ConcurrentHashMap.newKeySet();

    StoppedBodies(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void add(IncomingBody body) {
        waiting.add(body);
    }

    void remove(IncomingBody body) {
        waiting.remove(body);
    }

    @Override
    protected void doStart() {
        scheduler.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!isRunning()) {
            return;
        }
        try {
            waiting.forEach(IncomingBody::endIfTooSlow);
        } finally {
            doStart();
        }
    }
}
