package org.socketconsole.traffic;

import org.socketconsole.libc.Octets;
import org.socketconsole.net.Constants;
import org.socketconsole.resolve.Addresses;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Shows chunks.
@Component
public class ChunkViews {

    private static final int PREVIEW = 64;

    private final Addresses addresses;

    ChunkViews(Addresses addresses) {
        this.addresses = addresses;
    }

    public ChunkView of(Chunk chunk) {
        return of(chunk, chunk.size());
    }

    /// The first of them. Of the others nothing is kept.
    public ChunkPage page(Stream<Chunk> chunks, TrafficQuery query) {
        List<ChunkView> items = new ArrayList<>();
        long total = 0;
        for (var left = chunks.iterator(); left.hasNext(); total++) {
            Chunk next = left.next();
            if (items.size() < query.ofPage()) {
                items.add(of(next));
            }
        }
        return new ChunkPage(items, total);
    }

    /// What is to be made when someone asks for it. It holds no more of the bytes than it shows.
    Supplier<ChunkView> later(Chunk chunk) {
        int size = chunk.size();
        Chunk head = size <= PREVIEW ? chunk : chunk.with(Octets.of(chunk.first(PREVIEW)));
        return () -> of(head, size);
    }

    private ChunkView of(Chunk chunk, int size) {
        return new ChunkView(
                chunk.seq(),
                chunk.time(),
                chunk.socketId(),
                chunk.direction().text(),
                chunk.call(),
                chunk.offset(),
                size,
                chunk.length() > size ? chunk.length() : null,
                Constants.flags("MSG_", chunk.flags()),
                addresses.view(chunk.address()),
                chunk.by(),
                chunk.first(PREVIEW));
    }
}
