package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.EpochNanos;
import org.socketconsole.libc.Octets;
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

    /// The most bytes of one, whatever a file says: more than any call moves.
    private static final int LARGEST = 32 * 1024 * 1024;

    private final CaptureReader packets;
    private final ImportedConversations conversations;

    /// The first packet of the next chunk, null where that has not been read.
    private @Nullable CapturedPacket ahead;

    /// @param conversations what the captures before have of them
    RecordedChunks(CaptureReader packets, ImportedConversations conversations) {
        this.packets = packets;
        this.conversations = conversations;
    }

    /// Null at the end.
    @Nullable Chunk next() throws IOException {
        for (CapturedPacket packet; (packet = packet()) != null; ) {
            Remark remark = Remark.parse(packet.comment());
            Chunk chunk = remark == null ? conversations.of(packet) : whole(packet, remark);
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

    /// A chunk that took several packets has the same number in each.
    private Chunk whole(CapturedPacket first, Remark remark) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        CapturedPacket packet = first;
        Remark next = remark;
        while (next != null && next.seq() == remark.seq() && data.size() < LARGEST) {
            data.write(payload(packet, next));
            ahead = packets.next();
            if (ahead == null) {
                break;
            }
            packet = ahead;
            next = Remark.parse(packet.comment());
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
        byte[] head = remark.head();
        System.arraycopy(head, 0, data, 0, Math.min(head.length, data.length));
        boolean sent = packet.direction() == Direction.SENT;
        return new Chunk(
                remark.seq(),
                EpochNanos.of(packet.time()),
                remark.socketId(),
                sent ? Direction.SENT : Direction.RECEIVED,
                remark.call(),
                remark.offset(),
                Octets.of(data),
                remark.length(),
                remark.flags(),
                remark.address(),
                remark.transport(),
                sent
                        ? new Ends(found.source(), found.destination())
                        : new Ends(found.destination(), found.source()),
                remark.by());
    }
}
