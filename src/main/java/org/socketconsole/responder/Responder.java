package org.socketconsole.responder;

import org.jspecify.annotations.Nullable;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.responder.Behaviour.Written;
import org.socketconsole.responder.ResponderView.State;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// What answers on one socket, and where that is a listener on the connections that it took: what
/// it is to do, and what it did.
final class Responder {

    private final String socketId;
    private volatile Behaviour behaviour;
    private volatile @Nullable Problem error;
    private volatile boolean stopped;
    private final Map<String, Attendant> taken = new ConcurrentHashMap<>();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong replied = new AtomicLong();
    private final LongAdder replies = new LongAdder();
    private final AtomicLong unmatched = new AtomicLong();

    Responder(String socketId, Behaviour behaviour) {
        this.socketId = socketId;
        this.behaviour = behaviour;
    }

    /// Whether it was made for the socket, not for the listener that took it.
    boolean isOf(String id) {
        return socketId.equals(id);
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /// From the next message on, whatever connection it is of.
    void become(Behaviour other) {
        behaviour = other.after(behaviour);
        taken.values().forEach(Attendant::changed);
    }

    Collection<Attendant> taken() {
        return taken.values();
    }

    boolean hasRoom() {
        return taken.size() < behaviour.limit();
    }

    void took(Attendant connection) {
        accepted.incrementAndGet();
        taken.put(connection.socket().id(), connection);
    }

    void lost(String id) {
        taken.remove(id);
    }

    void received(int bytes) {
        received.addAndGet(bytes);
    }

    void replied(long bytes) {
        replied.addAndGet(bytes);
    }

    /// One more answer has gone, whatever its size.
    void answered() {
        replies.increment();
    }

    long replies() {
        return replies.sum();
    }

    void unmatched() {
        unmatched.incrementAndGet();
    }

    /// It goes on.
    void met(Problem problem) {
        error = problem;
    }

    void stoppedBy(Problem problem) {
        error = problem;
        stopped = true;
    }

    /// What it did, and the connections that it took, are still its own.
    void resume() {
        error = null;
        stopped = false;
    }

    boolean isStopped() {
        return stopped;
    }

    ResponderView view() {
        Behaviour does = behaviour;
        Written written = does.written();
        return new ResponderView(
                does.accept(),
                does.receive(),
                does.reply(),
                written.rules(),
                written.recorded(),
                does.reply() == Reply.RECORDED ? does.turns().size() : null,
                written.framing(),
                does.limit(),
                stopped ? State.STOPPED : State.RUNNING,
                accepted.get(),
                taken.size(),
                received.get(),
                replied.get(),
                replies(),
                unmatched.get(),
                error);
    }
}
