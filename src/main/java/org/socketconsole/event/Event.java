package org.socketconsole.event;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Supplier;

/// Something that happened.
///
/// @param id its place in the order of all events, from 1 on
/// @param source what is said of it, made when someone reads it: a record of the API, which holds
///   no payload
public record Event(long id, Type type, @Nullable String socketId, Supplier<?> source) {

    public Object body() {
        return source.get();
    }

    /// What an event is about.
    public enum Type {
        SOCKET,
        CALL,
        TRAFFIC,
        OPERATION;

        /// On the wire.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
