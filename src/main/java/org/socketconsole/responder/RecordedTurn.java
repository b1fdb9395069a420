package org.socketconsole.responder;

import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Chunk.Direction;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// What a socket sent before it was answered, and the answer, in the pieces that it came in.
record RecordedTurn(byte[] sent, List<byte[]> received) {

    /// The first has sent nothing where the peer spoke first.
    static List<RecordedTurn> of(List<Chunk> chunks) {
        List<RecordedTurn> turns = new ArrayList<>();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        List<byte[]> received = new ArrayList<>();
        for (Chunk chunk : chunks) {
            if (chunk.direction() == Direction.RECEIVED) {
                received.add(chunk.data());
                continue;
            }
            if (!received.isEmpty()) {
                turns.add(new RecordedTurn(sent.toByteArray(), List.copyOf(received)));
                sent.reset();
                received.clear();
            }
            sent.writeBytes(chunk.data());
        }
        turns.add(new RecordedTurn(sent.toByteArray(), List.copyOf(received)));
        return turns;
    }
}
