package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.EpochNanos;
import org.socketconsole.libc.Octets;
import org.socketconsole.traffic.CapturedPacket;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Chunk.Direction;
import org.socketconsole.traffic.Ends;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes chunks of packets that no call of this console moved: whoever sends first between two ends
/// is a socket, and its packets are sent. What TCP carries twice is there once. They have no
/// number.
final class ImportedConversations {

    private static final int MOST = 16_384;

    /// More than any packet has.
    private static final int MOST_MISSING = 16 * 1024 * 1024;

    private static final byte[] NONE = {};

    private final Map<String, Conversation> open =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Conversation> eldest) {
                    return size() > MOST;
                }
            };
    private long sockets;

    /// The two directions between two ends, of which the first to send is known.
    private static final class Conversation {
        private final String socketId;
        private final byte[] first;
        private final Map<Direction, Way> ways = new HashMap<>();

        Conversation(String socketId, byte[] first) {
            this.socketId = socketId;
            this.first = first;
        }

        Direction direction(Dissection packet) {
            return Arrays.equals(packet.source(), first) ? Direction.SENT : Direction.RECEIVED;
        }

        Way way(Direction direction) {
            return ways.computeIfAbsent(direction, none -> new Way());
        }
    }

    /// How far one direction is.
    private static final class Way {
        private @Nullable Integer start;
        private long reached;

        /// The place of the segment's first byte in the stream. The numbers of TCP begin anywhere,
        /// and again after 4 GiB.
        long place(Dissection segment) {
            int first = segment.sequence() + (segment.opens() ? 1 : 0);
            if (start == null || segment.opens()) {
                start = first;
                reached = 0;
            }
            return reached + (first - start - (int) reached);
        }
    }

    /// Null where the packet has nothing that is not known.
    @Nullable Chunk of(CapturedPacket packet) {
        Dissection found = Dissection.of(packet);
        Conversation of = open.computeIfAbsent(key(found), none -> begin(packet, found));
        Direction direction = direction(packet, found, of);
        Way way = of.way(direction);
        return found.transport().isStream()
                ? segment(packet, found, of, direction, way)
                : chunk(packet, found, of, direction, way.reached++, 0);
    }

    /// One without payload moves nothing, wherever it stands: a FIN has a number of its own, so
    /// that what comes after it is one further than the stream.
    private @Nullable Chunk segment(
            CapturedPacket packet,
            Dissection found,
            Conversation of,
            Direction direction,
            Way way) {
        int length = length(packet, found);
        long place = way.place(found);
        long end = place + length;
        if (length == 0 || end <= way.reached) {
            return null;
        }
        int known = (int) Math.max(0, way.reached - place);
        way.reached = end;
        return chunk(packet, found, of, direction, place + known, known);
    }

    /// That of its payload on the wire, of which a capture may have kept less. What it says of that
    /// may be anything.
    private static int length(CapturedPacket packet, Dissection found) {
        long missing = (long) packet.size() - packet.bytes().length;
        return found.payload().length + Math.clamp(missing, 0, MOST_MISSING);
    }

    /// @param known how many bytes at its start are in chunks before
    private Chunk chunk(
            CapturedPacket packet,
            Dissection found,
            Conversation of,
            Direction direction,
            long offset,
            int known) {
        byte[] data = found.payload();
        boolean sent = direction == Direction.SENT;
        return new Chunk(
                0,
                EpochNanos.of(packet.time()),
                of.socketId,
                direction,
                sent ? "send" : "recv",
                offset,
                Octets.of(Arrays.copyOfRange(data, Math.min(known, data.length), data.length)),
                length(packet, found) - known,
                0,
                NONE,
                found.transport(),
                sent
                        ? new Ends(found.source(), found.destination())
                        : new Ends(found.destination(), found.source()),
                null);
    }

    /// What has no ends says its direction itself, or is received.
    private static Direction direction(CapturedPacket packet, Dissection found, Conversation of) {
        if (found.source().length > 0) {
            return of.direction(found);
        }
        return packet.direction() == null ? Direction.RECEIVED : packet.direction();
    }

    /// A capture that knows directions was made at one of the ends.
    private Conversation begin(CapturedPacket packet, Dissection found) {
        boolean received = packet.direction() == Direction.RECEIVED;
        return new Conversation("s-" + ++sockets, received ? found.destination() : found.source());
    }

    private static String key(Dissection found) {
        String source = HexFormat.of().formatHex(found.source());
        String destination = HexFormat.of().formatHex(found.destination());
        String ends =
                source.compareTo(destination) < 0 ? source + destination : destination + source;
        return found.transport().proto() + " " + ends;
    }
}
