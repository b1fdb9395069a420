package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.RawBytes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The first answers of calls that have a key, errors too, for those that ask again because an
/// answer was lost. What says itself that it can be asked again is not kept.
@Component
class Repeats {

    static final Duration KEPT = Duration.ofMinutes(10);
    static final int MOST_OF_A_SOCKET = 1024;
    static final long MOST_BYTES = 64 * 1024 * 1024;

    /// What an answer takes beside its bytes, roughly.
    private static final long ENTRY = 1024;

    private final LongSupplier clock;
    private final Map<String, RepeatKey> running = new HashMap<>();

    /// The oldest first, and so are those of a socket.
    private final LinkedHashMap<String, First> ended = new LinkedHashMap<>();

    private final Map<String, Deque<First>> bySocket = new HashMap<>();
    private long bytes;

    @Autowired
    Repeats() {
        this(System::nanoTime);
    }

    /// @param clock nanoseconds
    Repeats(LongSupplier clock) {
        this.clock = clock;
    }

    /// @param of the id of what the call was on, empty for none
    /// @param at nanoseconds of the clock
    private record First(RepeatKey key, String of, Outcome outcome, long at) {

        long size() {
            return outcome instanceof Outcome.Returned(_, RawBytes raw)
                    ? ENTRY + raw.data().length
                    : ENTRY;
        }
    }

    /// The first answer, or that of the call, which is made now.
    Outcome once(RepeatKey key, Call call, Supplier<Outcome> make) {
        Outcome first = begin(key);
        if (first != null) {
            return new Outcome.Repeated(first);
        }
        Outcome outcome = make.get();
        end(new First(key, Objects.requireNonNullElse(call.id(), ""), outcome, clock.getAsLong()));
        return outcome;
    }

    private synchronized @Nullable Outcome begin(RepeatKey key) {
        makeRoom();
        First first = ended.get(key.scope());
        RepeatKey known = first == null ? running.putIfAbsent(key.scope(), key) : first.key;
        if (known == null) {
            return null;
        }
        if (!known.equals(key)) {
            throw KeyException.other();
        }
        if (first == null) {
            throw KeyException.running();
        }
        return first.outcome;
    }

    private synchronized void end(First first) {
        running.remove(first.key.scope());
        if (first.outcome instanceof Outcome.Failed failed && failed.problem().canBeAskedAgain()) {
            return;
        }
        ended.put(first.key.scope(), first);
        bytes += first.size();
        Deque<First> others = bySocket.computeIfAbsent(first.of, of -> new ArrayDeque<>());
        others.add(first);
        if (others.size() > MOST_OF_A_SOCKET) {
            forget(others.element());
        }
        makeRoom();
    }

    private void makeRoom() {
        while (!ended.isEmpty() && isTooMuch(ended.firstEntry().getValue())) {
            forget(ended.firstEntry().getValue());
        }
    }

    private boolean isTooMuch(First oldest) {
        return bytes > MOST_BYTES || clock.getAsLong() - oldest.at > KEPT.toNanos();
    }

    /// The oldest of its socket.
    private void forget(First first) {
        ended.remove(first.key.scope());
        bytes -= first.size();
        bySocket.computeIfPresent(
                first.of,
                (of, others) -> {
                    others.remove();
                    return others.isEmpty() ? null : others;
                });
    }
}
