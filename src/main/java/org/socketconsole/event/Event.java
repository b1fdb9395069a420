package org.socketconsole.event;

import org.jspecify.annotations.Nullable;

/// Something that happened.
///
/// @param id its place in the order of all events, from 1 on
/// @param body what is said of it; a record of the API, which holds no payload
public record Event(long id, Type type, @Nullable String socketId, Object body) {

    /// What an event is about.
    public enum Type {
        SOCKET,
        CALL,
        TRAFFIC,
        OPERATION;

        /// On the wire.
        public String text() {
            return name().toLowerCase();
        }
    }
}
