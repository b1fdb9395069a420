package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Created;

import tools.jackson.databind.json.JsonMapper;

import java.io.OutputStream;

/// What a call with a key ended with. That it was made is known for longer than its answer.
final class FirstAnswer {

    private final RepeatKey key;
    private final String of;
    private final long at;
    private final long size;
    private volatile @Nullable Outcome outcome;

    /// @param of the id of what the call was on, empty for none
    /// @param at nanoseconds of the clock
    /// @param size bytes of the outcome, see [#size]
    FirstAnswer(RepeatKey key, String of, long at, Outcome outcome, long size) {
        this.key = key;
        this.of = of;
        this.at = at;
        this.outcome = outcome;
        this.size = size;
    }

    /// The bytes of an answer as JSON, about as many as it takes in memory, whatever it is.
    static long size(Outcome outcome, JsonMapper mapper) {
        Object result = outcome instanceof Outcome.Returned(_, var returned) ? returned : null;
        Counting counting = new Counting();
        mapper.writeValue(counting, result instanceof Created<?> made ? made.body() : result);
        return counting.bytes;
    }

    RepeatKey key() {
        return key;
    }

    String of() {
        return of;
    }

    long at() {
        return at;
    }

    long size() {
        return size;
    }

    /// The answer to a repeat, whose body is read where it has not been.
    Outcome to(RepeatKey repeat) {
        if (!repeat.body().read().equals(key.body().read())) {
            throw KeyException.other();
        }
        Outcome kept = outcome;
        if (kept == null) {
            throw KeyException.gone();
        }
        return kept;
    }

    void letGo() {
        outcome = null;
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int octet) {
            bytes++;
        }

        @Override
        public void write(byte[] octets, int offset, int count) {
            bytes += count;
        }
    }
}
