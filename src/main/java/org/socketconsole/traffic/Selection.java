package org.socketconsole.traffic;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a query chose of the traffic. It is looked for each time that it is asked for.
///
/// @param socketId the socket that it passed, or null for all
/// @param after the number of the chunk before the first
/// @param upTo the number of the last: what comes later would keep a slow reader reading for ever
/// @param limit how many there are at most, or null for all
record Selection(
        TrafficStore store,
        @Nullable String socketId,
        long after,
        long upTo,
        Predicate<Chunk> wanted,
        @Nullable Integer limit) {

    Stream<Chunk> chunks() {
        return matching().limit(Objects.requireNonNullElse(limit, Integer.MAX_VALUE));
    }

    /// Without the limit.
    Stream<Chunk> matching() {
        return all().filter(wanted);
    }

    /// The ends of all, wanted or not: the other end of a wanted chunk may not be.
    BothEnds ends() {
        BothEnds ends = new BothEnds();
        all().forEach(ends::meet);
        return ends;
    }

    long dropped() {
        return store.dropped(socketId);
    }

    private Stream<Chunk> all() {
        return store.after(after, socketId).takeWhile(chunk -> chunk.seq() <= upTo);
    }
}
