package org.socketconsole.responder;

import org.jspecify.annotations.Nullable;
import org.socketconsole.dispatch.Outcome;
import org.socketconsole.dispatch.Problem;

import java.util.function.Function;

/// Receives what comes on a socket and has it answered, for as long as there is someone to answer.
abstract sealed class Attendance permits Conversation, Datagrams {

    final Attendant attendant;
    private final Function<Behaviour, Answerer> answerers;
    private Behaviour behaviour;
    private Answerer answerer;

    /// @param answerers what is to be said, by what is to be done
    Attendance(Attendant attendant, Function<Behaviour, Answerer> answerers) {
        this.attendant = attendant;
        this.answerers = answerers;
        this.behaviour = attendant.responder().behaviour();
        this.answerer = answerers.apply(behaviour);
    }

    /// What there is, null for nothing.
    abstract @Nullable Outcome received();

    /// What was received.
    abstract void take(@Nullable Object result);

    /// What there is to say whatever the peer does.
    abstract void speak();

    /// Whether a call that failed so may be made again.
    abstract boolean isTransient(Problem problem);

    final void goOn() {
        while (goesOn()) {
            finish();
            step();
            attendant.giveWay();
        }
    }

    /// What was begun at once and takes its time.
    void finish() {}

    boolean goesOn() {
        return !attendant.isOver();
    }

    final Behaviour behaviour() {
        return behaviour;
    }

    final Answerer answerer() {
        return answerer;
    }

    /// What it is to do may be another by now.
    final void renew() {
        Behaviour now = attendant.responder().behaviour();
        if (now != behaviour) {
            behaviour = now;
            answerer = answerers.apply(now);
            renewed();
        }
    }

    void renewed() {}

    private void step() {
        renew();
        if (behaviour.receive() && attendant.hasMore() && receive()) {
            return;
        }
        if (answerer.speaks()) {
            speak();
        } else {
            attendant.rest();
        }
    }

    /// Answers whether there was something: what stands in the error queue is an event for as long
    /// as nobody takes it from there, and nothing to receive.
    final boolean receive() {
        switch (attendant.take(this::receivedByNow)) {
            case null -> {
                return false;
            }
            case Outcome.Returned returned -> take(returned.result());
            case Outcome.Failed(Problem problem) when isTransient(problem) -> {}
            case Outcome other -> Attendant.require(other);
        }
        return true;
    }

    private @Nullable Outcome receivedByNow() {
        renew();
        return goesOn() && behaviour.receive() ? received() : null;
    }
}
