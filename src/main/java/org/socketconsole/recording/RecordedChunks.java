package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.CapturedPacket;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Chunk.Direction;
import org.socketconsole.traffic.Ends;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// The chunks that the packets of a capture are: those of this console as they were, by the remark
/// that each packet has, and those of others by their headers.
final class RecordedChunks {

    private final CaptureReader packets;
    private final Conversations conversations;

    /// The first packet of the next chunk, null where that has not been read.
    private @Nullable CapturedPacket ahead;

    /// @param conversations what the captures before have of them
    RecordedChunks(CaptureReader packets, Conversations conversations) {
        this.packets = packets;
        this.conversations = conversations;
    }

    /// Null at the end.
    @Nullable Chunk next() throws IOException {
        for (CapturedPacket packet; (packet = packet()) != null; ) {
            Remark remark = packet.comment() == null ? null : Remark.parse(packet.comment());
            Chunk chunk = remark == null ? conversations.of(packet) : remembered(packet, remark);
            if (chunk != null) {
                return chunk;
            }
        }
        return null;
    }

    private @Nullable CapturedPacket packet() throws IOException {
        CapturedPacket next = ahead;
        ahead = null;
        return next == null ? packets.next() : next;
    }

    private Chunk remembered(CapturedPacket first, Remark remark) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(payload(first, remark));
        for (int left = remark.size() - remark.payload(); left > 0; ) {
            ahead = packets.next();
            Remark next =
                    ahead == null || ahead.comment() == null ? null : Remark.parse(ahead.comment());
            if (ahead == null || next == null || next.seq() != remark.seq()) {
                break;
            }
            data.write(payload(ahead, next));
            left -= next.payload();
            ahead = null;
        }
        return chunk(first, remark, data.toByteArray());
    }

    /// It stands at the end of what the packet had, of which not all may have been kept.
    private static byte[] payload(CapturedPacket packet, Remark remark) {
        int start = Math.max(0, packet.size() - remark.payload());
        byte[] bytes = packet.bytes();
        return start >= bytes.length ? new byte[0] : Arrays.copyOfRange(bytes, start, bytes.length);
    }

    private static Chunk chunk(CapturedPacket packet, Remark remark, byte[] data) {
        Dissection found = Dissection.of(packet);
        boolean sent = packet.direction() == Direction.SENT;
        return new Chunk(
                remark.seq(),
                packet.time(),
                remark.socketId(),
                sent ? Direction.SENT : Direction.RECEIVED,
                remark.call(),
                remark.offset(),
                data,
                remark.length(),
                remark.flags(),
                remark.address(),
                remark.transport(),
                sent
                        ? new Ends(found.source(), found.destination())
                        : new Ends(found.destination(), found.source()));
    }
}
