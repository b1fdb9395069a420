package org.socketconsole.batch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.BodyRoom;
import org.socketconsole.access.Caller;
import org.socketconsole.batch.CallRunner.Made;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.dispatch.Lane;
import org.socketconsole.dispatch.NoRoomException;
import org.socketconsole.dispatch.Operations;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/// The calls of one client over one WebSocket: any number wait, each on a virtual thread of its
/// own, those on the same socket in their turns, see [CallTurn].
final class Channel {

    /// More are not read before others have ended.
    private static final int MOST_UNDER_WAY = 16_384;

    private final CallRunner runner;
    private final ChannelAnswers answers;
    private final BodyRoom bodies;
    private final Duration longest;

    /// By whom its calls are known among all others.
    private final Caller caller = new Caller(null);

    private final Names names = new Names();
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
    private final Turns turns = new Turns();
    private long taken;

    Channel(CallRunner runner, ChannelAnswers answers, BodyRoom bodies, Duration longest) {
        this.runner = runner;
        this.answers = answers;
        this.bodies = bodies;
        this.longest = longest;
    }

    /// A call that has come.
    private static final class Frame {
        private final @Nullable JsonNode number;
        private final long place;
        private final Naming naming;

        /// What it takes until it ends.
        private final int size;

        private @Nullable ObjectNode written;

        Frame(@Nullable JsonNode number, long place, Naming naming, int size, ObjectNode written) {
            this.number = number;
            this.place = place;
            this.naming = naming;
            this.size = size;
            this.written = written;
        }

        /// Let go once it is read: the call may wait for long.
        @Nullable ObjectNode taken() {
            ObjectNode taken = written;
            written = null;
            return taken;
        }
    }

    /// Called by one thread at a time, in the order of the frames.
    void take(String text) {
        JsonNode number = null;
        try {
            ObjectNode written = runner.read(text);
            number = written.remove("n");
            take(number, written, text.length());
        } catch (RuntimeException refused) {
            answers.send(number, runner.refused(refused));
        }
    }

    /// A frame that is no text.
    void refuse() {
        answers.send(
                null,
                runner.refused(new InvalidArgumentException("call", "must be in a text frame")));
    }

    private void take(@Nullable JsonNode number, ObjectNode written, int size) {
        if (!bodies.take(size)) {
            throw new NoRoomException();
        }
        room.acquireUninterruptibly();
        begin(new Frame(number, ++taken, names.next(written), size, written), written);
    }

    /// What it is called on may be what an earlier call makes, and is known when that has ended.
    private void begin(Frame frame, ObjectNode written) {
        JsonNode id = written.path("id");
        Lane lane = runner.lane(written.path("call").asString(""));
        Name awaited = frame.naming.awaited(id);
        if (awaited == null) {
            awaitPassed(start(frame, id, lane), frame.naming);
        } else {
            awaited.then(() -> start(frame, id, lane));
        }
    }

    /// The next frame is read then: what a client says without a pause is done one call after the
    /// other. What a call waits for before it begins may be in a frame behind it.
    private static void awaitPassed(CallTurn turn, Naming naming) {
        if (turn.isNext() && naming.isKnown()) {
            turn.awaitPassed();
        }
    }

    private CallTurn start(Frame frame, JsonNode id, Lane lane) {
        String target = id.isString() ? frame.naming.idOr(id.stringValue()) : null;
        CallTurn turn = turns.next(target, lane, frame.place);
        Thread.startVirtualThread(() -> run(frame, target, turn));
        return turn;
    }

    private void run(Frame frame, @Nullable String target, CallTurn turn) {
        try {
            turn.await();
            answers.send(frame.number, make(frame, turn));
        } finally {
            frame.naming.end();
            turns.end(target, turn);
            bodies.give(frame.size);
            room.release();
        }
    }

    private Made make(Frame frame, CallTurn turn) {
        return answers.isOpen()
                ? runner.make(frame.taken(), frame.naming, caller, longest, turn::waits)
                : runner.refused(new InvalidArgumentException("call", "has nobody to answer to"));
    }

    /// Its calls that wait end, since nobody hears of them.
    void left(Operations operations) {
        answers.close();
        operations.running().values().stream()
                .filter(call -> call.caller() == caller)
                .forEach(call -> call.operation().cancel());
    }
}
