package org.socketconsole.web;

import org.jspecify.annotations.Nullable;

/// What has come of a text message of a WebSocket.
final class TextPieces {

    static final String TOO_LARGE = "a message is too large";

    private StringBuilder begun = new StringBuilder();

    boolean hasRoomFor(String piece, long most) {
        return begun.length() + piece.length() <= most;
    }

    /// The whole message, null while more of it comes.
    @Nullable String add(String piece, boolean last) {
        if (last && begun.isEmpty()) {
            return piece;
        }
        begun.append(piece);
        return last ? whole() : null;
    }

    private String whole() {
        String whole = begun.toString();
        begun = new StringBuilder();
        return whole;
    }
}
