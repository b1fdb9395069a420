package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The first answers of calls that have a key, errors too, for those that ask again because an
/// answer was lost. What says itself that it can be asked again is not kept, and neither is that a
/// call was given up because its client had left.
///
/// Large answers give way to later ones. Their keys stay: what was made is not made again for want
/// of its answer.
@Component
class Repeats {

    static final Duration KEPT = Duration.ofMinutes(10);
    static final int MOST_OF_A_SOCKET = 1024;

    /// Of keys with their small answers; of the large answers. Either comes to some 32 MiB.
    static final int MOST = 32 * 1024;

    static final long MOST_BYTES = 32 * 1024 * 1024;

    private static final int SMALL = 1024;

    private final JsonMapper mapper;
    private final LongSupplier clock;
    private final Map<String, RepeatKey> running = new HashMap<>();

    /// The oldest first, and so are those of a socket and the large ones.
    private final LinkedHashMap<String, FirstAnswer> ended = new LinkedHashMap<>();

    private final Map<String, Deque<FirstAnswer>> bySocket = new HashMap<>();
    private final SequencedSet<FirstAnswer> large = new LinkedHashSet<>();
    private long bytes;

    @Autowired
    Repeats(JsonMapper mapper) {
        this(mapper, System::nanoTime);
    }

    /// @param clock nanoseconds
    Repeats(JsonMapper mapper, LongSupplier clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /// The first answer, or that of the call, which is made now.
    Outcome once(RepeatKey key, Call call, Supplier<Outcome> make) {
        FirstAnswer first = begin(key);
        if (first != null) {
            return new Outcome.Repeated(first.to(key));
        }
        FirstAnswer made = null;
        try {
            Outcome outcome = make.get();
            made = isKept(outcome, call) ? first(key, call, outcome) : null;
            return outcome;
        } finally {
            end(key, made);
        }
    }

    private synchronized @Nullable FirstAnswer begin(RepeatKey key) {
        makeRoom();
        FirstAnswer first = ended.get(key.scope());
        RepeatKey known = first == null ? running.putIfAbsent(key.scope(), key) : first.key();
        if (known == null) {
            return null;
        }
        if (!known.begins(key)) {
            throw KeyException.other();
        }
        if (first == null) {
            throw KeyException.running();
        }
        return first;
    }

    private static boolean isKept(Outcome outcome, Call call) {
        return !(outcome instanceof Outcome.Failed(Problem problem))
                || !problem.canBeAskedAgain()
                        && !(problem.isOfNothing() && call.operation().isAbandoned());
    }

    /// None of what ended before it had its whole body, which then did nothing.
    private @Nullable FirstAnswer first(RepeatKey key, Call call, Outcome outcome) {
        ByteBuffer body = key.body().digest();
        if (body == null) {
            return null;
        }
        String of = Objects.requireNonNullElse(call.id(), "");
        long size = FirstAnswer.size(outcome, mapper);
        RepeatKey passed = key.with(new PassingBody.Passed(body));
        return new FirstAnswer(passed, of, clock.getAsLong(), outcome, size);
    }

    private synchronized void end(RepeatKey key, @Nullable FirstAnswer made) {
        running.remove(key.scope());
        if (made != null) {
            keep(made);
            makeRoom();
        }
    }

    private void keep(FirstAnswer made) {
        ended.put(made.key().scope(), made);
        if (made.size() > MOST_BYTES) {
            made.letGo();
        } else if (made.size() > SMALL) {
            large.add(made);
            bytes += made.size();
        }
        Deque<FirstAnswer> others = bySocket.computeIfAbsent(made.of(), of -> new ArrayDeque<>());
        others.add(made);
        if (others.size() > MOST_OF_A_SOCKET) {
            forget(others.element());
        }
    }

    private void makeRoom() {
        while (!ended.isEmpty() && isTooMuch(ended.firstEntry().getValue())) {
            forget(ended.firstEntry().getValue());
        }
        while (bytes > MOST_BYTES) {
            letGo(large.getFirst());
        }
    }

    private boolean isTooMuch(FirstAnswer oldest) {
        return ended.size() > MOST || clock.getAsLong() - oldest.at() > KEPT.toNanos();
    }

    private void letGo(FirstAnswer first) {
        if (large.remove(first)) {
            bytes -= first.size();
            first.letGo();
        }
    }

    /// The oldest of its socket.
    private void forget(FirstAnswer first) {
        ended.remove(first.key().scope());
        letGo(first);
        bySocket.computeIfPresent(
                first.of(),
                (of, others) -> {
                    others.remove();
                    return others.isEmpty() ? null : others;
                });
    }
}
