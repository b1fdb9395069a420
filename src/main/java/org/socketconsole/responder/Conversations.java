package org.socketconsole.responder;

import org.socketconsole.call.GoneException;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.dispatch.ArgumentBinder;
import org.socketconsole.recording.Recordings;
import org.socketconsole.socket.SocketList;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.TrafficStore;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/// What passed through sockets, to be given back, if nothing of it is missing.
@Component
class Conversations {

    private final TrafficStore traffic;
    private final Recordings recordings;
    private final SocketList sockets;
    private final ArgumentBinder binder;

    Conversations(
            TrafficStore traffic,
            Recordings recordings,
            SocketList sockets,
            ArgumentBinder binder) {
        this.traffic = traffic;
        this.recordings = recordings;
        this.sockets = sockets;
        this.binder = binder;
    }

    record RecordingRequest(String recording, String socket) {}

    /// By the id of a socket, or a recording and the id that it had there, where there are several.
    List<RecordedTurn> find(JsonNode recorded) {
        return switch (recorded) {
            case JsonNode id when id.isString() -> of(id.stringValue());
            case ObjectNode object -> ofRecording(binder.bind(object, RecordingRequest.class));
            default ->
                    throw new InvalidArgumentException(
                            "",
                            "must be the id of a socket or of a recording, or"
                                    + " {\"recording\", \"socket\"}");
        };
    }

    private List<RecordedTurn> of(String id) {
        return Recordings.isId(id) ? turns(recordings.conversation(id)) : ofSocket(id);
    }

    private List<RecordedTurn> ofSocket(String id) {
        boolean isKept = traffic.after(0, id).findFirst().isPresent();
        if (!isKept && sockets.find(id) == null) {
            throw new NotFoundException("There is no socket `" + id + "`, nor what passed it.");
        }
        List<Chunk> chunks =
                traffic.after(0, id).map(Chunk::whole).flatMap(Optional::stream).toList();
        if (traffic.dropped(id) > 0) {
            throw new GoneException(0, chunks.isEmpty() ? 0 : chunks.getFirst().offset());
        }
        return turns(chunks);
    }

    private List<RecordedTurn> ofRecording(RecordingRequest request) {
        return turns(recordings.conversation(request.recording(), request.socket()));
    }

    private static List<RecordedTurn> turns(List<Chunk> chunks) {
        for (Chunk chunk : chunks) {
            if (!chunk.isWhole()) {
                throw new InvalidArgumentException(
                        "",
                        "has %d of %d bytes of what was %s at offset %d: the rest is kept nowhere"
                                .formatted(
                                        chunk.size(),
                                        chunk.length(),
                                        chunk.direction().text(),
                                        chunk.offset()));
            }
        }
        return RecordedTurn.of(chunks);
    }
}
