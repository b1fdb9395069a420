package org.socketconsole.responder;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Objects;

/// What a responder is to do, read and found right.
///
/// @param ruleBook of reply rules, else null
/// @param turns of reply recorded, else empty
/// @param written as it was given, to be shown
record Behaviour(
        boolean accept,
        boolean receive,
        Reply reply,
        @Nullable RuleBook ruleBook,
        List<RecordedTurn> turns,
        Framing framing,
        int limit,
        Written written) {

    static final Framing CHUNK = new Framing.Chunk();

    record Written(@Nullable List<JsonNode> rules, @Nullable JsonNode recorded, JsonNode framing) {}

    /// In place of another: rules that are the same go on counting.
    Behaviour after(Behaviour before) {
        return Objects.equals(written.rules, before.written.rules)
                ? new Behaviour(
                        accept, receive, reply, before.ruleBook, turns, framing, limit, written)
                : this;
    }

    /// For one connection.
    Answerer forStream() {
        return switch (reply) {
            case NONE, DISCARD -> Answerer.SILENT;
            case ECHO -> new Services.Echo();
            case DAYTIME -> new Services.Daytime();
            case CHARGEN -> new Services.Chargen();
            case RULES -> ruleBook == null ? Answerer.SILENT : ruleBook;
            case RECORDED -> new Played(turns);
        };
    }

    /// For all datagrams of a socket.
    Answerer forDatagrams() {
        return switch (reply) {
            case CHARGEN -> new Services.ChargenDatagrams();
            case RECORDED -> new PlayedToEach(turns);
            default -> forStream();
        };
    }

    /// Whether an answer may take its time.
    boolean isLate() {
        return ruleBook != null && ruleBook.isLate();
    }

    /// What the answers are to; the services of old know no messages.
    Framing cuts() {
        return reply == Reply.RULES ? framing : CHUNK;
    }
}
