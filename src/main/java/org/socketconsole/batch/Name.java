package org.socketconsole.batch;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.CompletableFuture;

/// What a call names, which is known when that has ended.
final class Name {

    private final String text;
    private final CompletableFuture<@Nullable Named> value = new CompletableFuture<>();
    private CompletableFuture<?> last = value;

    /// What the text stood for before.
    private @Nullable Name before;

    /// @param whole what the bare name stands for: of something that was made, its id
    record Named(JsonNode whole, JsonNode members) {}

    Name(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    void comesAfter(@Nullable Name other) {
        before = other;
    }

    boolean isKnown() {
        return value.isDone();
    }

    void is(Named named) {
        value.complete(named);
        before = null;
    }

    /// Its call has named nothing: it stands for what it did before, which is answered.
    @Nullable Name isNothing() {
        Name other = before;
        if (other == null) {
            value.complete(null);
        } else {
            other.value.thenAccept(value::complete);
        }
        before = null;
        return other;
    }

    /// Waits for it; null where nothing was named.
    @Nullable Named await() {
        return value.join();
    }

    /// Does something once it is known, in the order in which that is asked for, by one thread.
    void then(Runnable next) {
        last = last.whenComplete((_, _) -> next.run());
    }
}
