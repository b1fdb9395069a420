package org.socketconsole.event;

import org.jspecify.annotations.Nullable;
import org.socketconsole.event.Event.Type;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The one place that all events pass. It keeps the latest of them, so that whoever reads them
/// slowly, or comes back after a while, has those that it missed, or knows how many it has not.
@Component
public class Hub implements SmartLifecycle {

    private static final int KEPT = 16_384;

    private final @Nullable Event[] ring = new Event[KEPT];
    private long last;
    private boolean open = true;

    /// Events in their order, and how many before them can no longer be had.
    public record Batch(List<Event> events, long missed) {}

    public void publish(Type type, @Nullable String socketId, Object body) {
        publish(type, socketId, () -> body);
    }

    /// The same, of what is made only when someone reads it.
    public synchronized void publish(Type type, @Nullable String socketId, Supplier<?> source) {
        last++;
        ring[place(last)] = new Event(last, type, socketId, source);
        notifyAll();
    }

    /// The id of the latest event, zero before the first.
    public synchronized long last() {
        return last;
    }

    /// At most so many of the events after the one with the id.
    public synchronized Batch after(long id, int most) {
        long first = Math.max(id, last - KEPT) + 1;
        long end = Math.min(last, first + most - 1);
        List<Event> events = new ArrayList<>();
        for (long next = first; next <= end; next++) {
            events.add(at(next));
        }
        return new Batch(events, first - id - 1);
    }

    /// Returns when there is an event after the one with the id, or after so many milliseconds.
    /// False when there will be none any more.
    public synchronized boolean await(long id, long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        for (long left = milliseconds; open && last <= id && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return open;
    }

    @Override
    public synchronized void start() {
        open = true;
    }

    /// Before the web server ends, which waits for those who read.
    @Override
    public synchronized void stop() {
        open = false;
        notifyAll();
    }

    @Override
    public synchronized boolean isRunning() {
        return open;
    }

    private Event at(long id) {
        Event event = ring[place(id)];
        if (event == null) {
            throw new IllegalStateException("event " + id + " was never published");
        }
        return event;
    }

    private static int place(long id) {
        return (int) (id % KEPT);
    }
}
