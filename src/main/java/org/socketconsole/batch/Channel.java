package org.socketconsole.batch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.BodyRoom;
import org.socketconsole.access.Caller;
import org.socketconsole.batch.CallRunner.Made;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.dispatch.Lane;
import org.socketconsole.dispatch.NoRoomException;
import org.socketconsole.dispatch.Operations;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/// The calls of one client over one WebSocket: any number under way, each on a virtual thread of
/// its own, those on the same socket in the same direction one after the other.
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
    private final Map<Turn, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

    Channel(CallRunner runner, ChannelAnswers answers, BodyRoom bodies, Duration longest) {
        this.runner = runner;
        this.answers = answers;
        this.bodies = bodies;
        this.longest = longest;
    }

    /// What keeps its order.
    private record Turn(String id, Lane lane) {}

    /// Called by one thread at a time, in the order of the frames.
    void take(String frame) {
        room.acquireUninterruptibly();
        JsonNode written = read(frame);
        JsonNode number = written instanceof ObjectNode object ? object.remove("n") : null;
        if (bodies.take(frame.length())) {
            begin(number, written, frame.length());
        } else {
            answers.send(number, runner.refused(new NoRoomException()));
            room.release();
        }
    }

    /// @param size what it takes until it ends
    private void begin(@Nullable JsonNode number, @Nullable JsonNode written, int size) {
        Turn turn = turn(written);
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> before = turn == null ? null : last.put(turn, mine);
        // Let go once it is read: the call may wait for long.
        AtomicReference<@Nullable JsonNode> frame = new AtomicReference<>(written);
        Thread.startVirtualThread(
                () -> {
                    await(before);
                    answers.send(number, make(frame.getAndSet(null)));
                    mine.complete(null);
                    if (turn != null) {
                        last.remove(turn, mine);
                    }
                    bodies.give(size);
                    room.release();
                });
    }

    /// Its calls that wait end, since nobody hears of them.
    void left(Operations operations) {
        answers.close();
        operations.running().values().stream()
                .filter(call -> call.caller() == caller)
                .forEach(call -> call.operation().cancel());
    }

    private static void await(@Nullable CompletableFuture<Void> before) {
        if (before != null) {
            before.join();
        }
    }

    private Made make(@Nullable JsonNode written) {
        return answers.isOpen()
                ? runner.make(written, names, caller, longest)
                : runner.refused(new InvalidArgumentException("call", "has nobody to answer to"));
    }

    /// Null for what is no JSON, which is then refused as a call.
    private static @Nullable JsonNode read(String frame) {
        try {
            return JsonMapper.shared().readTree(frame);
        } catch (JacksonException malformed) {
            return null;
        }
    }

    /// Null for calls that keep no order, such as those of the module.
    private @Nullable Turn turn(@Nullable JsonNode written) {
        if (written == null || !written.path("id").isString()) {
            return null;
        }
        Lane lane = runner.lane(written.path("call").asString(""));
        String id = names.idOr(written.path("id").stringValue());
        return new Turn(id, lane);
    }
}
