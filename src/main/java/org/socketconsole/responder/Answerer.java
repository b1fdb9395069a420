package org.socketconsole.responder;

/// How the messages of one connection, or of a datagram socket, are answered.
interface Answerer {

    Answerer SILENT =
            new Answerer() {
                @Override
                public boolean isPrompt(byte[] message) {
                    return true;
                }
            };

    /// Whether it answers the message without waiting for anything.
    default boolean isPrompt(byte[] message) {
        return false;
    }

    default void opened(Peer peer) {}

    default void heard(byte[] message, Peer peer) {}

    /// The peer sends no more.
    ///
    /// @param unfinished whether it has begun a message that is not whole
    default void ended(boolean unfinished, Peer peer) {}

    /// Whether it has more to say, whatever the peer does.
    default boolean speaks() {
        return false;
    }

    default void speak(Peer peer) {}
}
