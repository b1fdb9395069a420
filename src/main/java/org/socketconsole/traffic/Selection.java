package org.socketconsole.traffic;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a query chose of the traffic that is kept. It is looked for each time that it is asked for.
///
/// @param upTo the number of the last: what comes later would keep a slow reader reading for ever
record Selection(TrafficStore store, TrafficQuery query, long upTo, Predicate<Chunk> wanted) {

    Stream<Chunk> chunks() {
        return matching().limit(query.ofCapture()).map(Chunk::whole).flatMap(Optional::stream);
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

    /// Of all that match: those within the limit are others when some have given way.
    Link link() {
        return Link.of(matching());
    }

    long dropped() {
        Set<String> sockets = query.sockets();
        return sockets.isEmpty()
                ? store.dropped()
                : sockets.stream().mapToLong(store::dropped).sum();
    }

    private Stream<Chunk> all() {
        Set<String> sockets = query.sockets();
        return store.after(query.start(), sockets.size() == 1 ? sockets.iterator().next() : null)
                .takeWhile(chunk -> chunk.seq() <= upTo)
                .filter(query.ofSockets());
    }
}
